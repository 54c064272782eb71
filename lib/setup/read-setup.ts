import { carrier } from "@/lib/carriers";
import { type ConnectionObject, type ConnectionView, listObjects } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { numbersOfConnection } from "@/lib/numbers";
import { requireConnection } from "./require-connection";
import type { SetupState, SetupStep } from "./schema";

/** How far an account is connected, from what was written down. `failures`: what went wrong just now, by step. */
export async function readSetup(
  ctx: Ctx,
  connectionId: string,
  failures: Readonly<Record<string, string>> = {},
): Promise<SetupState> {
  const connection = await requireConnection(ctx, connectionId);
  const objects = await listObjects(ctx, connectionId);
  const { capabilities, label } = carrier(connection.carrier).description;
  const appName = capabilities.softphone ? "TwiML App" : "Application";
  const steps = [
    credentialsStep(connection, failures.credentials),
    objectStep(
      "application",
      `${appName} with this desk's addresses`,
      pick(objects, "application"),
      failures.application,
      label,
    ),
    ...(capabilities.softphone
      ? [objectStep("key", "API key for calls in the browser", pick(objects, "key"), failures.key, label)]
      : []),
    ...(connection.pool ? [poolStep(connection.pool, objects, failures.pool)] : []),
    await numberStep(ctx, connectionId, objects, failures.number),
  ];
  const isDone = steps.every(({ state }) => state === "done");
  return { connectionId, isDone, steps: [...steps, await webhookStep(ctx, connection, isDone)] };
}

function credentialsStep(connection: ConnectionView, failure: string | undefined): SetupStep {
  const problem = failure ?? connection.problem;
  return {
    ...{ step: "credentials", title: "Account verified" },
    state: problem ? "failed" : "done",
    sentence: problem ?? `${connection.label} (…${connection.accountId.slice(-4)}) answers.`,
  };
}

function pick(objects: readonly ConnectionObject[], kind: string): ConnectionObject | undefined {
  return objects.findLast((one) => one.kind === kind);
}

function objectStep(
  step: "application" | "key",
  title: string,
  object: ConnectionObject | undefined,
  failure: string | undefined,
  label: string,
): SetupStep {
  if (object?.state === "made" && !failure)
    return { step, title, state: "done", sentence: `Made at ${label} (…${object.sid?.slice(-4) ?? ""}).` };
  const problem = failure ?? object?.problem?.sentence;
  if (problem) return { step, title, state: "failed", sentence: problem };
  if (object?.state === "making")
    return { step, title, state: "busy", sentence: "Being made right now. Look again in a moment." };
  return { step, title, state: "todo", sentence: `Will be made at ${label}.` };
}

function poolStep(
  pool: string,
  objects: readonly ConnectionObject[],
  failure: string | undefined,
): SetupStep {
  const object = objects.find((one) => one.kind === "pool" && one.name === pool);
  const subject = { step: "pool" as const, title: "Messaging Service brings texts here" };
  const problem = failure ?? object?.problem?.sentence;
  if (problem) return { ...subject, state: "failed", sentence: problem };
  if (object?.state === "made")
    return { ...subject, state: "done", sentence: `…${pool.slice(-4)}: texts leave and arrive through it.` };
  return { ...subject, state: "todo", sentence: "Will be pointed to this desk." };
}

async function numberStep(
  ctx: Ctx,
  connectionId: string,
  objects: readonly ConnectionObject[],
  failure: string | undefined,
): Promise<SetupStep> {
  const numbers = await numbersOfConnection(ctx, connectionId);
  const ofNumbers = objects.filter((one) => one.kind === "number" && one.state !== "removed");
  const broken = ofNumbers.find((one) => one.state !== "made");
  const subject = { step: "number" as const, title: "Number points to this desk" };
  const problem = failure ?? broken?.problem?.sentence;
  if (problem) return { ...subject, state: "failed", sentence: problem };
  if (numbers.length === 0)
    return { ...subject, state: "todo", sentence: "Choose a number of the account, or buy one." };
  return {
    ...subject,
    state: "done",
    sentence: `${numbers.map(({ e164 }) => e164).join(", ")}: calls and texts come here.`,
  };
}

/** Whether the carrier has ever brought something for this account: the only proof that the way back works. */
async function webhookStep(ctx: Ctx, connection: ConnectionView, isSetUp: boolean): Promise<SetupStep> {
  const last = await lastWebhook(ctx, connection.carrier, connection.createdAt ?? new Date(0));
  const subject = { step: "webhook" as const, title: "A call or text has arrived" };
  if (last)
    return {
      ...subject,
      state: "done",
      sentence: `The last one came at ${last.toISOString().slice(11, 16)} UTC.`,
    };
  const sentence = isSetUp
    ? "Text or call the number from any phone. This page notices by itself."
    : "Comes after the steps above.";
  return { ...subject, state: "todo", sentence };
}

/** When a carrier's webhook last arrived and was believed, since a moment; null when none did. */
export async function lastWebhook(ctx: Ctx, carrierName: string, since: Date): Promise<Date | null> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ at: Date }>(
      `SELECT received_at AS at FROM webhook_events WHERE tenant_id = $1::uuid AND carrier = $2 AND received_at >= $3::timestamptz
        ORDER BY id DESC LIMIT 1`,
      [ctx.tenantId, carrierName, since],
    ),
  );
  return row ? new Date(row.at) : null;
}
