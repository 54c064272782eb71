import { carrier, isCarrierName, type SenderPool } from "@/lib/carriers";
import { applicationSid, type OpenConnection, tellOutcome } from "@/lib/connections";
import { type WebhookUrls, webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readTenant } from "@/lib/tenants";
import { loadNumber, type OwnNumber } from "./find-own-number";
import { listNumbers } from "./list-numbers";
import { openAccount } from "./open-account";
import { compareRouting, describePool, poolOver, type RoutingFinding } from "./rules";
import { setWebhooks } from "./set-webhooks";

/** A number with how it differs from what the carrier has; `unreachable` when the carrier could not be asked. */
export type NumberDrift = {
  id: string;
  e164: string;
  findings: RoutingFinding[];
  unreachable: string | null;
};

/** Compares every number of the tenant with what its carrier has. */
export async function verifyNumbers(ctx: Ctx): Promise<NumberDrift[]> {
  const drifts: NumberDrift[] = [];
  for (const number of await listNumbers(ctx)) drifts.push(await verifyNumber(ctx, number.id));
  return drifts;
}

/** Compares one number with what its carrier has, field by field. */
export async function verifyNumber(ctx: Ctx, id: string): Promise<NumberDrift> {
  const number = await loadNumber(ctx, id);
  const subject = { id, e164: number.e164 };
  try {
    return { ...subject, findings: await compare(ctx, number), unreachable: null };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") throw error;
    return { ...subject, findings: [], unreachable: error instanceof Error ? error.message : "no answer" };
  }
}

async function compare(ctx: Ctx, number: OwnNumber): Promise<RoutingFinding[]> {
  const account = await openAccount(ctx, number).catch(() => null);
  if (!account?.opened || !isCarrierName(number.carrier)) return number.isDemo ? [] : [noAccount];
  const { description, numbers } = carrier(account.carrier);
  const urls = webhookUrls(env.publicUrl, (await readTenant(ctx)).slug, description);
  const applicationId = account.opened.id === null ? null : await applicationSid(ctx, account.opened.id);
  const actual = (await numbers?.find(account.opened.connection, number.e164)) ?? null;
  const pool = await findPoolOver(account.opened, number.e164, urls);
  return [
    ...compareRouting(actual, { urls, applicationId, description }),
    ...(pool ? [describePool(pool, urls)] : []),
  ];
}

/** The pool that the connection itself sends through is set up and examined with the connection. */
async function findPoolOver(
  opened: OpenConnection,
  e164: string,
  urls: WebhookUrls,
): Promise<SenderPool | undefined> {
  const all = (await carrier(opened.carrier).pools?.list(opened.connection)) ?? [];
  return poolOver(
    all.filter(({ id }) => id !== opened.pool),
    e164,
    urls,
  );
}

const noAccount: RoutingFinding = {
  ...{ field: "number", kind: "missing_number", expected: "a connected account", actual: "", tone: "bad" },
  sentence: "The account of this number is not connected any more.",
};

/** Pushes a number's webhooks to the carrier once more, so that calls and texts come here again. `refused` with the reason. */
export async function repairNumber(ctx: Ctx, id: string): Promise<NumberDrift> {
  const number = await loadNumber(ctx, id);
  const { carrier: name, opened } = await openAccount(ctx, number);
  const actual = opened ? await carrier(name).numbers?.find(opened.connection, number.e164) : null;
  if (!opened || !actual)
    throw new AppError(
      "refused",
      `${number.e164} is not in the connected account, so nothing can be set there. Connect the account that has it.`,
    );
  const made = await setWebhooks(ctx, opened, actual);
  if (!made.ok) throw new AppError("refused", made.sentence);
  await freeFromPool(ctx, opened, number.e164);
  return verifyNumber(ctx, id);
}

/** Lets a foreign pool leave the number's texts to the number; everything else about the pool stays. */
async function freeFromPool(ctx: Ctx, opened: OpenConnection, e164: string): Promise<void> {
  const { description, pools } = carrier(opened.carrier);
  const urls = webhookUrls(env.publicUrl, (await readTenant(ctx)).slug, description);
  const pool = await findPoolOver(opened, e164, urls);
  if (!pool || !pools) return;
  const outcome = await pools.configure(opened.connection, pool.id, { defersToNumber: true });
  if (outcome.outcome !== "accepted")
    throw new AppError("refused", tellOutcome(opened.carrier, outcome).sentence);
}
