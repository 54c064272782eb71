import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { csvOf } from "@/lib/kernel/csv";
import type { AuditFilter, AuditView } from "./schema";

const pageSize = 50;
const mostExported = 10_000;

/** The business's audit trail, the newest first, with the names of those who did it. */
export async function listAudit(
  ctx: Ctx,
  filter: AuditFilter,
): Promise<{ data: AuditView[]; olderThan: string | null }> {
  const data = await readEntries(ctx, filter, pageSize);
  return { data, olderThan: data.length === pageSize ? (data.at(-1)?.seq ?? null) : null };
}

/** {@link listAudit} as CSV, at most 10,000 entries. */
export async function exportAudit(ctx: Ctx, filter: AuditFilter): Promise<string> {
  const entries = await readEntries(ctx, filter, mostExported);
  return csvOf(
    ["Number", "When", "Who", "Kind", "What", "Subject", "Subject id", "Detail"],
    entries.map(({ seq, at, actor, actorKind, action, subjectKind, subjectId, detail }) => [
      ...[
        Number(seq),
        at.toISOString(),
        actor,
        actorKind,
        action,
        subjectKind,
        subjectId,
        JSON.stringify(detail),
      ],
    ]),
  );
}

function readEntries(
  ctx: Ctx,
  { search, from, to, before }: AuditFilter,
  most: number,
): Promise<AuditView[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<AuditView>(
      `SELECT a.seq::text AS seq, a.at, a."actorKind", a.actor, a.action, a."subjectKind", a."subjectId", a.detail FROM (
         SELECT e.seq, e.at, e.actor_kind AS "actorKind", coalesce(m.name, k.name, CASE e.actor_kind WHEN 'user' THEN 'Administrator of the installation'
             WHEN 'api_key' THEN 'API key' WHEN 'assistant' THEN 'Receptionist' ELSE coalesce(e.actor_id, initcap(e.actor_kind)) END) AS actor,
           e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.detail, t.timezone
          FROM audit_entries e JOIN tenants t ON t.id = e.tenant_id
          LEFT JOIN members m ON m.tenant_id = e.tenant_id AND e.actor_kind = 'user' AND m.user_id::text = e.actor_id
          LEFT JOIN api_keys k ON k.tenant_id = e.tenant_id AND e.actor_kind = 'api_key' AND k.id::text = e.actor_id
         WHERE e.tenant_id = $1::uuid) a
        WHERE ($2 = '' OR a.action ILIKE '%' || $2 || '%' OR a.actor ILIKE '%' || $2 || '%' OR a."subjectKind" ILIKE '%' || $2 || '%')
          AND ($3::date IS NULL OR (a.at AT TIME ZONE a.timezone)::date >= $3::date)
          AND ($4::date IS NULL OR (a.at AT TIME ZONE a.timezone)::date <= $4::date)
          AND ($5::bigint IS NULL OR a.seq < $5::bigint)
        ORDER BY a.seq DESC LIMIT $6::int`,
      [ctx.tenantId, search.replace(/[\\%_]/g, "\\$&"), from ?? null, to ?? null, before ?? null, most],
    ),
  );
}
