import { unsafePlatformSql } from "@/lib/db";
import type { TenantId } from "@/lib/kernel/ids";

/**
 * Blanks what was said in the traces of calls, and the carriers' webhooks as they came from or to these addresses. Both are history that
 * no tenant may rewrite, its own included, so the platform does it, with the tenant in every query.
 */
export function unsafeForgetWords(
  tenantId: TenantId,
  { calls, addresses, carrierIds }: { calls: string[]; addresses: string[]; carrierIds: string[] },
): Promise<void> {
  // A number stands in a webhook as %2B1415… or +1415…: its digits in both.
  const patterns = addresses
    .map((address) => `%${address.replace(/\D/g, "")}%`)
    .filter((one) => one.length > 8);
  return unsafePlatformSql("history that a tenant may not rewrite", async (sql) => {
    await sql.run(
      "UPDATE call_traces SET title = 'Erased', data = '{}' WHERE tenant_id = $1::uuid AND call_id = ANY($2::uuid[])",
      [tenantId, calls],
    );
    await sql.run(
      `UPDATE webhook_events SET body = '' WHERE tenant_id = $1::uuid
          AND (body LIKE ANY($2::text[]) OR call_sid = ANY($3::text[]) OR split_part(dedupe_key, ' ', 2) = ANY($3::text[]))`,
      [tenantId, patterns, carrierIds],
    );
  });
}
