import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { csvOf } from "@/lib/kernel/csv";
import type { TrailFilter, TrailRow } from "./schema";

const pageSize = 100;
const mostExported = 10_000;

/** What happened on the whole installation, the newest first: the businesses' trails and the platform's own. */
export async function listTrail(
  _person: Person,
  filter: TrailFilter,
): Promise<{ data: TrailRow[]; olderThan: string | null }> {
  const data = await readTrail(filter, pageSize);
  return { data, olderThan: data.length === pageSize ? (data.at(-1)?.at.toISOString() ?? null) : null };
}

/** {@link listTrail} as CSV. */
export async function exportTrail(_person: Person, filter: TrailFilter): Promise<string> {
  const rows = await readTrail(filter, mostExported);
  return csvOf(
    ["When", "Business", "Who", "What", "Subject", "Detail"],
    rows.map(({ at, tenant, actor, action, subject, detail }) => [
      ...[at.toISOString(), tenant, actor, action, subject, JSON.stringify(detail)],
    ]),
  );
}

// What super admins did to a business stands in both trails; it is shown once, as the business's.
const trails = `
  SELECT e.id, e.at, e.tenant_id, t.name AS tenant, e.actor_kind, e.actor_id, e.action, e.subject_kind, e.subject_id, e.detail
    FROM audit_entries e JOIN tenants t ON t.id = e.tenant_id
  UNION ALL
  SELECT p.id, p.at, NULL, NULL, 'user', p.actor_id::text, p.action, p.subject_kind, p.subject_id, p.detail
    FROM platform_audit_entries p WHERE p.about_tenant_id IS NULL OR NOT EXISTS (SELECT FROM tenants t WHERE t.id = p.about_tenant_id)`;

function readTrail({ search, tenantId, before }: TrailFilter, most: number): Promise<TrailRow[]> {
  return unsafePlatformSql("the super admin reads all trails", (sql) =>
    sql.rows<TrailRow>(
      `SELECT a.id, a.at, a.tenant, coalesce(u.name, CASE a.actor_kind WHEN 'api_key' THEN 'API key' ELSE initcap(a.actor_kind) END) AS actor,
          a.action, concat_ws(' ', a.subject_kind, a.subject_id) AS subject, a.detail
         FROM (${trails}) a LEFT JOIN users u ON a.actor_kind = 'user' AND u.id::text = a.actor_id
        WHERE ($1 = '' OR a.action ILIKE '%' || $1 || '%' OR a.tenant ILIKE '%' || $1 || '%' OR u.name ILIKE '%' || $1 || '%')
          AND ($2::uuid IS NULL OR a.tenant_id = $2::uuid) AND ($3::timestamptz IS NULL OR a.at < $3::timestamptz)
        ORDER BY a.at DESC, a.id DESC LIMIT $4::int`,
      [search.replace(/[\\%_]/g, "\\$&"), tenantId ?? null, before ?? null, most],
    ),
  );
}
