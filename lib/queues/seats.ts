import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { presenceSeconds } from "@/lib/presence/rules";
import { restSeconds } from "./rules";

/** A person of a queue as they are at this moment. */
export type Seat = {
  queueId: string;
  position: number;
  seat: string;
  targetId: string;
  memberId: string | null;
  label: string;
  e164: string | null;
  /** One of their browsers takes calls. */
  isInBrowser: boolean;
  /** Rung for a caller of a queue, and since when they talk with them. */
  offeredAt: Date | null;
  takenAt: Date | null;
  /** On any other call. */
  onCallSince: Date | null;
  /** Rung by a call of no queue. */
  rungAt: Date | null;
  /** Did not answer a moment ago. */
  missedAt: Date | null;
  lastTalkAt: Date | null;
};

/** Whether somebody could be rung, now or when they are done with what they do. */
export function isReachable({ isInBrowser, e164 }: Pick<Seat, "isInBrowser" | "e164">): boolean {
  return isInBrowser || e164 !== null;
}

/** Whether somebody is there and does nothing else. */
export function isFree(seat: Seat): boolean {
  return (
    isReachable(seat) &&
    seat.offeredAt === null &&
    seat.onCallSince === null &&
    seat.rungAt === null &&
    seat.missedAt === null
  );
}

/** The people of some queues, or of all that somebody waits in without being rung for. What they do follows from calls and offers alone. */
export function readSeats(sql: Sql, ctx: Ctx, queueIds: readonly string[] | "waited_in"): Promise<Seat[]> {
  const now = ctx.clock.now().getTime();
  const isSome = queueIds !== "waited_in";
  return sql.rows<Seat>(
    `${seatSource} AND ${isSome ? "q.id = ANY($5::uuid[])" : waitedIn} ORDER BY q.id, p.place`,
    [
      ctx.tenantId,
      ...[presenceSeconds, restSeconds, 90].map((seconds) => new Date(now - seconds * 1000)),
      ...(isSome ? [queueIds] : []),
    ],
  );
}

const waitedIn = `q.id IN (SELECT w.queue_id FROM queue_waits w WHERE w.tenant_id = $1::uuid AND w.left_at IS NULL AND w.wish IS NULL
    AND NOT EXISTS (SELECT FROM queue_offers o WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL))`;

// A ring that is over leaves no mark of its own; it lasts while its call's last answer is the one that rang.
const seatSource = `SELECT q.id AS "queueId", p.place::int AS position, t.id AS "targetId", t.member_id AS "memberId",
    coalesce(t.member_id, t.id) AS seat, t.label, t.e164,
    EXISTS (SELECT FROM presences s WHERE s.tenant_id = $1::uuid AND s.member_id = t.member_id AND s.state = 'online'
      AND s.seen_at > $2::timestamptz) AS "isInBrowser",
    o.offered_at AS "offeredAt", o.taken_at AS "takenAt",
    (SELECT min(c.started_at) FROM calls c WHERE c.tenant_id = $1::uuid AND c.member_id = t.member_id AND c.ended_at IS NULL) AS "onCallSince",
    (SELECT max(r.rung_at) FROM call_rings r JOIN calls c ON c.tenant_id = r.tenant_id AND c.id = r.call_id AND c.ended_at IS NULL
        JOIN call_states k ON k.tenant_id = r.tenant_id AND k.call_id = r.call_id
      WHERE r.tenant_id = $1::uuid AND r.member_id = t.member_id AND r.rung_at > $4::timestamptz AND r.passed_at IS NULL AND r.answered_at IS NULL
        AND (k.state ->> 'told')::int = r.turn AND k.state #>> '{flow,phase}' = 'dialing') AS "rungAt",
    (SELECT max(x.ended_at) FROM queue_offers x WHERE x.tenant_id = $1::uuid AND x.seat = coalesce(t.member_id, t.id)
      AND x.outcome = 'missed' AND x.ended_at > $3::timestamptz) AS "missedAt",
    greatest((SELECT max(x.ended_at) FROM queue_offers x WHERE x.tenant_id = $1::uuid AND x.seat = coalesce(t.member_id, t.id) AND x.outcome = 'talked'),
      (SELECT max(c.ended_at) FROM calls c WHERE c.tenant_id = $1::uuid AND c.member_id = t.member_id)) AS "lastTalkAt"
  FROM queues q
    CROSS JOIN LATERAL jsonb_array_elements_text(q.settings -> 'targetIds') WITH ORDINALITY AS p (id, place)
    JOIN transfer_targets t ON t.tenant_id = q.tenant_id AND t.id = p.id::uuid
    LEFT JOIN members m ON m.tenant_id = t.tenant_id AND m.id = t.member_id AND m.disabled_at IS NULL
    LEFT JOIN queue_offers o ON o.tenant_id = t.tenant_id AND o.seat = coalesce(t.member_id, t.id) AND o.ended_at IS NULL
  WHERE q.tenant_id = $1::uuid AND q.archived_at IS NULL AND (t.member_id IS NULL OR m.id IS NOT NULL)`;
