import { allCarriers } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { type Assignment, assign, type FreeSeat, type Waiting } from "./rules";
import type { QueueSettings } from "./schema";
import { isFree, readSeats, type Seat } from "./seats";

/** A caller for whom somebody is to be rung now. */
export type AssignedCaller = { waitId: string; callId: string };

/**
 * Decides who is rung for whom, of all queues of the business at once, since one person may sit in several. Decisions
 * take turns: each sees everything that was decided and joined before it. The database refuses to give anybody twice.
 * Called inside the transaction in which somebody joined, left or became free.
 */
export async function assignCallers(sql: Sql, ctx: Ctx): Promise<AssignedCaller[]> {
  if (!(await isAnybodyWaiting(sql, ctx))) return [];
  await takeTurns(sql, ctx);
  const free = (await readSeats(sql, ctx, "waited_in")).filter(isFree);
  if (free.length === 0) return [];
  const { waiting, strategies } = await readLine(sql, ctx);
  const assignments = assign(
    waiting.map(({ id, queueId, carrier }) => ({ id, queueId, canRingBrowsers: ringsBrowsers(carrier) })),
    free.map(toFree),
    strategies,
  );
  const kept = await keepOffers(sql, ctx, assignments);
  const callIds = new Map(waiting.map(({ id, callId }) => [id, callId]));
  const assigned = [...kept].map((waitId) => ({ waitId, callId: callIds.get(waitId) ?? "" }));
  if (assigned.length > 0)
    await emit(sql, ctx, { kind: "queue.offered", subject: {}, data: { waitIds: [...kept] } });
  return assigned;
}

/** Makes decisions about queues of a business wait for one another until the transaction ends. */
export async function takeTurns(sql: Sql, ctx: Ctx): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 11))", [ctx.tenantId]);
}

/** Whether a carrier can ring people in their browsers. */
export function ringsBrowsers(name: string): boolean {
  return allCarriers().some(
    ({ description }) => description.name === name && description.capabilities.softphone,
  );
}

async function isAnybodyWaiting(sql: Sql, ctx: Ctx): Promise<boolean> {
  const row = await sql.one(
    "SELECT 1 AS found FROM queue_waits WHERE tenant_id = $1::uuid AND left_at IS NULL LIMIT 1",
    [ctx.tenantId],
  );
  return row !== null;
}

type InLine = Omit<Waiting, "canRingBrowsers"> & {
  callId: string;
  carrier: string;
  strategy: QueueSettings["strategy"];
};

async function readLine(
  sql: Sql,
  ctx: Ctx,
): Promise<{ waiting: InLine[]; strategies: Record<string, QueueSettings["strategy"]> }> {
  const waiting = await sql.rows<InLine>(
    `SELECT w.id, w.queue_id AS "queueId", w.call_id AS "callId", c.carrier, coalesce(q.settings ->> 'strategy', 'longest_idle') AS strategy
       FROM queue_waits w JOIN calls c ON c.tenant_id = w.tenant_id AND c.id = w.call_id AND c.ended_at IS NULL
       JOIN queues q ON q.tenant_id = w.tenant_id AND q.id = w.queue_id
      WHERE w.tenant_id = $1::uuid AND w.left_at IS NULL AND w.wish IS NULL
        AND NOT EXISTS (SELECT FROM queue_offers o WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL)
      ORDER BY w.joined_at, w.id LIMIT 500`,
    [ctx.tenantId],
  );
  return {
    waiting,
    strategies: Object.fromEntries(waiting.map(({ queueId, strategy }) => [queueId, strategy])),
  };
}

function toFree({ lastTalkAt, ...seat }: Seat): FreeSeat {
  const { queueId, position, memberId, targetId, e164, isInBrowser } = seat;
  return {
    ...{ queueId, seat: seat.seat, position, memberId, targetId, e164, isInBrowser },
    idleSince: lastTalkAt?.getTime() ?? 0,
  };
}

/** @returns the waits for which at least one person is rung */
async function keepOffers(sql: Sql, ctx: Ctx, assignments: readonly Assignment[]): Promise<Set<string>> {
  const rows = assignments.flatMap(({ waitId, seats }) =>
    seats.map(({ seat, memberId, targetId, e164 }) => {
      return { id: newId(), waitId, seat, memberId, targetId, e164 };
    }),
  );
  return insertOffers(sql, ctx, rows);
}

type NewOffer = {
  id: string;
  waitId: string;
  seat: string;
  memberId: string | null;
  targetId: string | null;
  e164: string | null;
};

/** Writes offers down, except to whom one stands already. @returns the waits that got one */
export async function insertOffers(sql: Sql, ctx: Ctx, rows: readonly NewOffer[]): Promise<Set<string>> {
  const kept = await sql.rows<{ waitId: string }>(
    `INSERT INTO queue_offers (tenant_id, id, wait_id, seat, member_id, target_id, e164, offered_at)
     SELECT $1::uuid, x.id, x."waitId", x.seat, x."memberId", x."targetId", x.e164, $3::timestamptz
       FROM jsonb_to_recordset($2::jsonb) AS x (id uuid, "waitId" uuid, seat uuid, "memberId" uuid, "targetId" uuid, e164 text)
     ON CONFLICT DO NOTHING RETURNING wait_id AS "waitId"`,
    [ctx.tenantId, JSON.stringify(rows), ctx.clock.now()],
  );
  return new Set(kept.map(({ waitId }) => waitId));
}
