import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { findOwnMember } from "@/lib/presence";
import { readSettings } from "./read-queues";
import type { QueueBoard, QueueFigures, SeatView, WaitingCaller } from "./schema";
import { isReachable, readSeats, type Seat } from "./seats";

type RawQueue = { id: string; name: string; settings: unknown; today: QueueFigures["today"] };
type RawWaiting = Omit<WaitingCaller, "joinedAt" | "position"> & { joinedAt: Date };

/** Who waits in which queue, which of its people are where, and how today went. */
export function readBoard(ctx: Ctx): Promise<QueueBoard> {
  return withTenantSql(ctx, async (sql) => {
    const queues = await sql.rows<RawQueue>(queuesOfToday, [ctx.tenantId, ctx.clock.now()]);
    const waiting = await sql.rows<RawWaiting>(waitingNow, [ctx.tenantId]);
    const seats = queues.length > 0 ? await readSeats(sql, ctx, idsOf(queues)) : [];
    return {
      queues: queues.map((queue) => toFigures(queue, waiting, seats, ctx.clock.now())),
      ...{ mySeat: await ownSeat(sql, ctx), at: ctx.clock.now().toISOString() },
    };
  });
}

const idsOf = (queues: readonly RawQueue[]) => queues.map(({ id }) => id);

async function ownSeat(sql: Sql, ctx: Ctx): Promise<string | null> {
  return ctx.actor.kind === "user" ? findOwnMember(sql, ctx) : null;
}

function toFigures(
  { settings, ...queue }: RawQueue,
  waiting: readonly RawWaiting[],
  seats: readonly Seat[],
  now: Date,
): QueueFigures {
  const { strategy, ringSeconds } = readSettings(settings);
  const own = waiting.filter(({ queueId }) => queueId === queue.id);
  return {
    ...queue,
    strategy,
    waiting: own.map((caller, index) => ({
      ...caller,
      position: index + 1,
      joinedAt: caller.joinedAt.toISOString(),
    })),
    seats: seats
      .filter(({ queueId }) => queueId === queue.id)
      .map((seat) => toSeatView(seat, ringSeconds, now)),
  };
}

function toSeatView(seat: Seat, ringSeconds: number, now: Date): SeatView {
  const { label, memberId, isInBrowser, e164 } = seat;
  const [state, since] = stateOf(seat, ringSeconds, now);
  return {
    ...{ seat: seat.seat, label, memberId, isPhone: !isInBrowser && e164 !== null },
    ...{ state, since: since?.toISOString() ?? null },
  };
}

// A phone that was rung for longer than it rings was answered: carriers tell of it only when the talk is over.
function stateOf(seat: Seat, ringSeconds: number, now: Date): [SeatView["state"], Date | null] {
  const talkingSince = seat.takenAt ?? (seat.offeredAt ? null : seat.onCallSince);
  if (talkingSince) return ["talking", talkingSince];
  const rungAt = seat.offeredAt ?? seat.rungAt;
  if (rungAt && now.getTime() - rungAt.getTime() > (ringSeconds + 10) * 1000) return ["talking", rungAt];
  if (rungAt) return ["ringing", rungAt];
  if (!isReachable(seat)) return ["away", null];
  return seat.missedAt ? ["resting", seat.missedAt] : ["free", seat.lastTalkAt];
}

const queuesOfToday = `SELECT q.id, q.name, q.settings, jsonb_build_object(
    'taken', count(w.id) FILTER (WHERE w.outcome = 'taken'),
    'lost', count(w.id) FILTER (WHERE w.outcome IN ('abandoned', 'too_long')),
    'medianWaitSeconds', round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM w.left_at - w.joined_at)::float8)
      FILTER (WHERE w.outcome = 'taken'))) AS today
  FROM queues q LEFT JOIN queue_waits w ON w.tenant_id = q.tenant_id AND w.queue_id = q.id
    AND w.joined_at >= date_trunc('day', $2::timestamptz AT TIME ZONE (SELECT timezone FROM tenants WHERE id = $1::uuid))
      AT TIME ZONE (SELECT timezone FROM tenants WHERE id = $1::uuid)
  WHERE q.tenant_id = $1::uuid AND q.archived_at IS NULL GROUP BY q.id, q.name, q.settings ORDER BY lower(q.name), q.id`;

const waitingNow = `SELECT w.id, w.call_id AS "callId", w.queue_id AS "queueId", w.joined_at AS "joinedAt",
    CASE c.direction WHEN 'inbound' THEN c.from_address ELSE c.to_address END AS address,
    CASE WHEN k.name_source NOT IN ('unknown', 'place') THEN k.name END AS name, c.customer_id AS "customerId", c.conversation_id AS "conversationId",
    (SELECT count(*)::int FROM calls x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.customer_id AND x.id <> c.id) AS "callsBefore",
    coalesce((SELECT jsonb_agg(coalesce(t.label, m.name, 'Somebody') ORDER BY o.id) FROM queue_offers o
        LEFT JOIN transfer_targets t ON t.tenant_id = o.tenant_id AND t.id = o.target_id
        LEFT JOIN members m ON m.tenant_id = o.tenant_id AND m.id = o.member_id
      WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL), '[]'::jsonb) AS ringing
  FROM queue_waits w JOIN calls c ON c.tenant_id = w.tenant_id AND c.id = w.call_id AND c.ended_at IS NULL
    LEFT JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
  WHERE w.tenant_id = $1::uuid AND w.left_at IS NULL ORDER BY w.joined_at, w.id LIMIT 500`;
