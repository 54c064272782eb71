import type { Sql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { identityOf } from "@/lib/presence/rules";
import { ringsBrowsers } from "./assign-callers";
import { readSettings } from "./read-queues";
import { estimateWait } from "./rules";
import type { QueueAround, QueueMove, QueueMusic } from "./schema";
import { isReachable, readSeats, type Seat } from "./seats";

type Asking = { queueIds: readonly string[]; callId: string | null; carrier: string };

type Row = {
  id: string;
  name: string;
  settings: unknown;
  ahead: number;
  waitedSeconds: number | null;
  wish: QueueMove["to"] | null;
  rings: { memberId: string | null; e164: string | null }[];
  talkSeconds: number | null;
};

/** Some queues as a call finds them: how they treat callers, where the call stands or would stand, who is rung for it. */
export async function lookAround(sql: Sql, ctx: Ctx, asking: Asking): Promise<Record<string, QueueAround>> {
  const ids = [...new Set(asking.queueIds)].filter(Boolean);
  if (ids.length === 0) return {};
  const rows = await sql.rows<Row>(queueNow, [ctx.tenantId, ids, asking.callId, ctx.clock.now()]);
  const seats = rows.length > 0 ? await readSeats(sql, ctx, ids) : [];
  const canRing = ringsBrowsers(asking.carrier);
  return Object.fromEntries(rows.map((row) => [row.id, toAround(ctx, row, seats, canRing)]));
}

function toAround(ctx: Ctx, row: Row, seats: readonly Seat[], canRing: boolean): QueueAround {
  const { targetIds: _, strategy: __, music, ...settings } = readSettings(row.settings);
  const people = seats.filter(
    ({ queueId, e164, isInBrowser }) =>
      queueId === row.id && isReachable({ e164, isInBrowser: isInBrowser && canRing }),
  ).length;
  const position = row.ahead + 1;
  return {
    ...settings,
    ...{ name: row.name, position, wish: row.wish, waitedSeconds: row.waitedSeconds ?? 0 },
    musicUrl: musicUrl(ctx, music, settings.everySeconds),
    estimateSeconds: estimateWait(position, people, row.talkSeconds),
    isStaffed: people > 0,
    rings: row.rings.map(({ memberId, e164 }) => {
      return { identity: memberId && canRing ? identityOf(memberId) : null, e164 };
    }),
  };
}

/** Our own music lasts as long as it is to last; a file plays once to its end. */
export function musicUrl(ctx: Pick<Ctx, "tenantId">, music: QueueMusic, seconds: number): string {
  const base = `${env.publicUrl}/api/hold-music`;
  return music.kind === "file" ? `${base}/${ctx.tenantId}/${music.id}` : `${base}/built-in/${seconds}`;
}

// Ahead is who came before and is not being rung for. Talks of a day, the latest twenty, say how long one lasts.
const queueNow = `SELECT q.id, q.name, q.settings, own.wish,
    extract(epoch FROM $4::timestamptz - own.joined_at)::int AS "waitedSeconds",
    (SELECT count(*)::int FROM queue_waits w WHERE w.tenant_id = $1::uuid AND w.queue_id = q.id AND w.left_at IS NULL
        AND (own.id IS NULL OR (w.joined_at, w.id) < (own.joined_at, own.id))
        AND NOT EXISTS (SELECT FROM queue_offers o WHERE o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.ended_at IS NULL)) AS ahead,
    coalesce((SELECT jsonb_agg(jsonb_build_object('memberId', o.member_id, 'e164', o.e164) ORDER BY o.id) FROM queue_offers o
      WHERE o.tenant_id = $1::uuid AND o.wait_id = own.id AND o.ended_at IS NULL AND o.taken_at IS NULL), '[]'::jsonb) AS rings,
    (SELECT avg(extract(epoch FROM l.ended_at - l.taken_at))::float8 FROM (SELECT o.taken_at, o.ended_at FROM queue_waits w
        JOIN queue_offers o ON o.tenant_id = w.tenant_id AND o.wait_id = w.id AND o.outcome = 'talked' AND o.taken_at IS NOT NULL
      WHERE w.tenant_id = $1::uuid AND w.queue_id = q.id AND w.joined_at > $4::timestamptz - interval '1 day'
      ORDER BY w.joined_at DESC LIMIT 20) l) AS "talkSeconds"
  FROM queues q LEFT JOIN queue_waits own ON own.tenant_id = q.tenant_id AND own.queue_id = q.id AND own.call_id = $3::uuid AND own.left_at IS NULL
  WHERE q.tenant_id = $1::uuid AND q.id = ANY($2::uuid[]) AND q.archived_at IS NULL`;
