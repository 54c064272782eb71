import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import type { BusinessFilter, BusinessRow } from "./schema";

const mostRows = 200;

/** Businesses by name, with what they are and what they used in the last 30 days; the first 200 of what is looked for. */
export async function listBusinesses(
  person: Person,
  { search, status }: BusinessFilter,
): Promise<{ data: BusinessRow[]; total: number }> {
  return unsafePlatformSql("the super admin sees all businesses", async (sql) => {
    const rows = await sql.rows<BusinessRow & { total: number }>(
      `SELECT t.id, t.slug, t.name, t.status, t.country, t.is_demo AS "isDemo", t.created_at AS "createdAt", count(*) OVER ()::int AS total,
          (SELECT count(*)::int FROM members m WHERE m.tenant_id = t.id AND m.disabled_at IS NULL) AS members,
          (SELECT count(*)::int FROM numbers n WHERE n.tenant_id = t.id AND n.status = 'active') AS numbers,
          (SELECT count(*)::int FROM usage_entries u WHERE u.tenant_id = t.id AND u.day > $3::date - 30 AND u.kind IN ('sms', 'whatsapp')
              AND u.state <> 'released') AS messages,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'micros', s.micros) ORDER BY s.currency), '[]'::jsonb)
             FROM (SELECT currency, sum(micros) AS micros FROM usage_entries u WHERE u.tenant_id = t.id AND u.day > $3::date - 30
                AND u.state <> 'released' GROUP BY currency) s) AS spent
         FROM tenants t
        WHERE ($1 = '' OR t.name ILIKE '%' || $1 || '%' OR t.slug ILIKE '%' || $1 || '%'
            OR EXISTS (SELECT FROM members m WHERE m.tenant_id = t.id AND m.email ILIKE '%' || $1 || '%'))
          AND ($2 = 'all' OR t.status = $2)
        ORDER BY t.name, t.id LIMIT $4::int`,
      [search.replace(/[\\%_]/g, "\\$&"), status, person.clock.now(), mostRows],
    );
    return { data: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  });
}
