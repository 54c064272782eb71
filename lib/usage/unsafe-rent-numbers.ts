import { unsafePlatformSql } from "@/lib/db";
import type { Clock } from "@/lib/kernel/clock";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";
import { rentNumber } from "./rent-number";

type Due = { tenantId: string; numberId: string; e164: string; carrier: string; connectionId: string | null };

/** Writes the running month's rent of every number that has none yet. Unsafe: a month begins for all tenants. */
export function unsafeRentNumbers(clock: Clock): Promise<void> {
  return unsafePlatformSql("a month begins for all tenants", async (sql) => {
    const due = await sql.rows<Due>(
      `SELECT n.tenant_id AS "tenantId", n.id AS "numberId", n.e164, n.carrier, n.connection_id AS "connectionId" FROM numbers n
        WHERE n.status = 'active' AND NOT EXISTS (SELECT FROM usage_entries u WHERE u.tenant_id = n.tenant_id
           AND u.subject = 'number:' || n.id || ':' || to_char($1::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM'))
        LIMIT 1000`,
      [clock.now()],
    );
    for (const { tenantId, ...number } of due) {
      const actor = { kind: "job", job: "usage.rent_numbers" } as const;
      await rentNumber(sql, { tenantId: unsafeTenantId(tenantId), actor, clock, requestId: newId() }, number);
    }
  });
}
