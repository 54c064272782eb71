import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import type { Id } from "@/lib/kernel/ids";

/** A business that its people cannot enter for now, and why. */
export type SuspendedTenant = { id: Id; name: string; reason: string };

/** The person's businesses that the super admin has suspended, by name. */
export function listSuspendedTenants(person: Person): Promise<SuspendedTenant[]> {
  return unsafePlatformSql("a person's memberships cross tenants", (sql) =>
    sql.rows<SuspendedTenant>(
      `SELECT t.id, t.name, coalesce(t.settings #>> '{suspension,reason}', '') AS reason
         FROM user_tenants ut JOIN tenants t ON t.id = ut.tenant_id AND t.status = 'suspended'
         JOIN members m ON m.tenant_id = t.id AND m.user_id = ut.user_id AND m.disabled_at IS NULL
        WHERE ut.user_id = $1::uuid ORDER BY t.name, t.id`,
      [person.userId],
    ),
  );
}
