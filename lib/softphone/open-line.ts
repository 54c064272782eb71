import { allCarriers } from "@/lib/carriers";
import { applicationSid, makeApplication, type OpenConnection, openConnection } from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** The account through which a member's browser calls, with the application that asks us what to do. */
export type CallingLine = { opened: OpenConnection; applicationId: string };

// Applications of the platform's account are found by their name, which takes a request; they do not change.
const home = globalThis as typeof globalThis & { trunklineApplications?: Map<string, string> };
home.trunklineApplications ??= new Map();
const known = home.trunklineApplications;

/** The first account that can ring browsers: the member's own, the business's, the platform's. `conflict` when there is none. */
export async function openLine(ctx: Ctx): Promise<CallingLine> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  for (const { description, softphone } of allCarriers()) {
    const opened = softphone && (await openConnection(ctx, { carrier: description.name, userId }));
    if (opened) return { opened, applicationId: await findApplication(ctx, opened) };
  }
  throw new AppError(
    "conflict",
    "No connected account can ring browsers. Connect one that can in the settings.",
  );
}

async function findApplication(ctx: Ctx, opened: OpenConnection): Promise<string> {
  const key = `${ctx.tenantId} ${opened.accountId}`;
  const remembered = opened.id ? await applicationSid(ctx, opened.id) : known.get(key);
  if (remembered) return remembered;
  const made = await makeApplication(ctx, opened);
  if (!made.ok) throw new AppError("carrier_error", made.sentence);
  if (opened.id === null) known.set(key, made.sid);
  return made.sid;
}
