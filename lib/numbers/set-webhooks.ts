import { carrier, type OwnedNumber } from "@/lib/carriers";
import {
  claimObject,
  type Made,
  makeApplication,
  type OpenConnection,
  settleObject,
  tellOutcome,
} from "@/lib/connections";
import { routingOf, webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";

/**
 * Points a number of the account to this desk: its own webhooks, or the application that it then hangs on. What it had
 * before is remembered, so that a disconnect can put it back. Safe to repeat.
 */
export async function setWebhooks(ctx: Ctx, opened: OpenConnection, number: OwnedNumber): Promise<Made> {
  const { slug } = await readTenant(ctx);
  const { description, numbers } = carrier(opened.carrier);
  const hangsOn = await applicationFor(ctx, opened);
  if (!hangsOn.ok) return hangsOn;
  const urls = webhookUrls(env.publicUrl, slug, description);
  const claimed =
    opened.id === null
      ? null
      : await claimObject(ctx, { connectionId: opened.id, kind: "number", name: number.e164 });
  const outcome = await numbers
    ?.configure(opened.connection, number.sid, routingOf(description, urls, hangsOn.sid))
    .catch((error: unknown) => ({
      outcome: "unknown" as const,
      why: error instanceof Error ? error.message : "no answer",
    }));
  const made: Made =
    outcome?.outcome === "accepted"
      ? { ok: true, sid: number.sid }
      : { ok: false, ...tellOutcome(opened.carrier, outcome ?? { outcome: "unknown", why: "no answer" }) };
  if (claimed) await settleObject(ctx, claimed.id, settlement(made, number, claimed.detail, urls.answer));
  return made;
}

/** The application that a number must hang on; none (an empty id) where webhooks stand on the number itself. */
async function applicationFor(ctx: Ctx, opened: OpenConnection): Promise<Made> {
  if (carrier(opened.carrier).description.webhooksBelongTo === "number") return { ok: true, sid: "" };
  return makeApplication(ctx, opened); // one that is there is put back to our webhooks
}

function settlement(made: Made, number: OwnedNumber, kept: Record<string, unknown>, answerUrl: string) {
  const before =
    Object.keys(kept).length > 0 || number.routing.answerUrl === answerUrl ? kept : formerOf(number);
  if (made.ok) return { state: "made" as const, sid: made.sid, detail: before };
  const problem = { code: made.code, sentence: made.sentence };
  return { state: "failed" as const, sid: number.sid, problem, detail: before };
}

/** What a number had before it came to this desk, as it stood there. */
function formerOf({ routing: { applicationId }, asSet }: OwnedNumber): Record<string, unknown> {
  return asSet ? { asSet } : { applicationId };
}
