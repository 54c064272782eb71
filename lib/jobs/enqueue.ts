import type { Sql } from "@/lib/db";
import type { TenantId } from "@/lib/kernel/ids";
import { pokeWorkers, sharedTurns } from "./poke";
import { requireJob } from "./registry";
import { takeTurn, type Urgency } from "./turn";

/** A job to be done. */
export type JobOrder = {
  tenantId: TenantId;
  /** A kind that lib/wiring/jobs.ts registers. */
  kind: string;
  payload: unknown;
  /** One job of this kind and key waits at a time: a second one replaces the first one's payload and time. */
  key?: string;
  /** Not before this moment, to within two seconds; default: at once. */
  runAt?: Date;
  /** Default `normal`. */
  urgency?: Urgency;
};

/**
 * Adds a job inside the caller's transaction: it runs if and only if the transaction commits. Throws on an unknown kind and
 * on a payload that the kind would not accept.
 */
export async function enqueue(sql: Sql, order: JobOrder): Promise<void> {
  const job = requireJob(order.kind);
  const payload = JSON.stringify(order.payload ?? {});
  job.check(payload);
  await sql.rows(
    "SELECT trunkline_enqueue($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $6::int)::text",
    [
      order.tenantId,
      order.kind,
      `{"tenant":"${order.tenantId}","payload":${payload}}`,
      order.key === undefined ? null : fullKey(order.tenantId, order.kind, order.key),
      startOf(order).toISOString(),
      job.maxAttempts,
    ],
  );
  sql.afterCommit(pokeWorkers);
}

/** Takes a waiting job out of the queue; one that has begun is not stopped. Says whether there was one. */
export async function cancelJob(
  sql: Sql,
  order: { tenantId: TenantId; kind: string; key: string },
): Promise<boolean> {
  const row = await sql.one<{ found: boolean }>("SELECT trunkline_cancel_job($1::uuid, $2::text) AS found", [
    order.tenantId,
    fullKey(order.tenantId, order.kind, order.key),
  ]);
  return row?.found ?? false;
}

function startOf({ tenantId, runAt, urgency = "normal" }: JobOrder): Date {
  const now = Date.now();
  if (runAt && runAt.getTime() > now) return runAt;
  return takeTurn(sharedTurns(), tenantId, urgency, now);
}

/** Keys are unique in the whole queue, so they begin with the tenant. */
function fullKey(tenantId: TenantId, kind: string, key: string): string {
  return `${tenantId} ${kind} ${key}`;
}
