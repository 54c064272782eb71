import { unsafePlatformSql } from "@/lib/db";
import type { TenantId } from "@/lib/kernel/ids";

/**
 * Candidates for a search, by the trigram indexes. PostgreSQL does not use those under row-level security, because LIKE
 * might leak what it compares, and then reads every message of the tenant (2 s at a million). So the platform finds ids,
 * with the tenant in the query; whoever asked reads them again as the tenant, which sees its own rows and no others.
 */
export function unsafeFindMessages(
  tenantId: TenantId,
  patterns: readonly string[],
  limit: number,
): Promise<string[]> {
  const conditions = patterns.map((_, index) => `body ILIKE $${index + 3}`).join(" AND ");
  // Materialised: with the LIMIT inside, a rare word would be looked for through the newest messages, one after the other.
  return findIds(
    `WITH found AS MATERIALIZED (SELECT id FROM messages WHERE tenant_id = $1::uuid AND ${conditions})
     SELECT id FROM found ORDER BY id DESC LIMIT $2::int`,
    [tenantId, limit, ...patterns],
  );
}

/** Customers by part of a name, or by part of a number unless `number` is null. See {@link unsafeFindMessages}. */
export function unsafeFindPeople(
  tenantId: TenantId,
  { name, number, limit }: { name: string; number: string | null; limit: number },
): Promise<string[]> {
  const byNumber =
    "UNION SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address LIKE $4";
  return findIds(
    `SELECT id FROM customers WHERE tenant_id = $1::uuid AND name ILIKE $3 ${number === null ? "" : byNumber} LIMIT $2::int`,
    [tenantId, limit, name, ...(number === null ? [] : [number])],
  );
}

function findIds(text: string, values: readonly unknown[]): Promise<string[]> {
  return unsafePlatformSql("LIKE uses no index under row-level security", async (sql) =>
    (await sql.rows<{ id: string }>(text, values)).map(({ id }) => id),
  );
}
