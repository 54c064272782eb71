import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { oneNeedEach } from "./rules";
import type { Need, NeedsView } from "./schema";

const lookedBackDays = 14;
const mostOfAKind = 50;
const mostListed = 12;

/**
 * What waits for a person: calls that nobody took and nobody followed up, texts that did not arrive, and what the reader
 * has not read. `$1` tenant, `$2` the reading user or null, `$3` since when, `$4` how many of each.
 */
const needsQuery = `
  (SELECT 'missed' AS kind, v.id AS "conversationId", c.id AS "callId", k.name AS "customerName", coalesce(c.summary, '') AS words, c.started_at AS at
     FROM calls c JOIN conversations v ON v.tenant_id = c.tenant_id AND v.id = c.conversation_id
     JOIN customers k ON k.tenant_id = v.tenant_id AND k.id = v.customer_id
    WHERE c.tenant_id = $1::uuid AND c.started_at >= $3::timestamptz AND c.direction = 'inbound' AND c.outcome IN ('missed', 'failed')
      AND v.status IN ('open', 'pending')
      AND NOT EXISTS (SELECT FROM calls l WHERE l.tenant_id = c.tenant_id AND l.customer_id = c.customer_id AND l.started_at > c.started_at
           AND (l.ended_at IS NULL OR l.outcome NOT IN ('missed', 'failed')))
      AND NOT EXISTS (SELECT FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.conversation_id
           AND m.created_at > c.started_at AND m.direction = 'outbound' AND m.author_kind IN ('member', 'api'))
    ORDER BY c.started_at DESC LIMIT $4::int)
  UNION ALL
  (SELECT 'failed', v.id, NULL, k.name, left(x.body, 160), x.created_at
     FROM conversations v JOIN customers k ON k.tenant_id = v.tenant_id AND k.id = v.customer_id
     CROSS JOIN LATERAL (SELECT m.body, m.created_at FROM messages m WHERE m.tenant_id = v.tenant_id AND m.conversation_id = v.id
          AND m.status IN ('failed', 'undelivered', 'unknown') ORDER BY m.created_at DESC, m.id DESC LIMIT 1) x
    WHERE v.tenant_id = $1::uuid AND v.status IN ('open', 'pending') AND v.has_failed
    ORDER BY v.last_entry_at DESC LIMIT $4::int)
  UNION ALL
  (SELECT 'unread', v.id, NULL, k.name, CASE WHEN v.last_entry_direction = 'outbound' THEN 'We wrote: ' ELSE '' END || v.last_entry_preview, v.last_entry_at
     FROM conversations v JOIN customers k ON k.tenant_id = v.tenant_id AND k.id = v.customer_id
     LEFT JOIN conversation_reads r ON r.tenant_id = v.tenant_id AND r.conversation_id = v.id AND r.user_id = $2::uuid
    WHERE v.tenant_id = $1::uuid AND v.status IN ('open', 'pending') AND v.inbound_count > coalesce(r.inbound_count, 0)
    ORDER BY v.last_entry_at DESC LIMIT $4::int)`;

/** What waits for a person, one line per conversation, the newest first. */
export async function listNeeds(ctx: Ctx): Promise<NeedsView> {
  const reader = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const since = new Date(ctx.clock.now().getTime() - lookedBackDays * 86_400_000);
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Omit<Need, "at"> & { at: Date }>(needsQuery, [ctx.tenantId, reader, since, mostOfAKind]),
  );
  const needs = oneNeedEach(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
  return { data: needs.slice(0, mostListed), total: needs.length };
}
