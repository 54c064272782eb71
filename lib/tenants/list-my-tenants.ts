import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import type { Role } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** A business that a person works in. */
export type MyTenant = {
  id: Id;
  slug: string;
  name: string;
  isDemo: boolean;
  role: Role;
  isCurrent: boolean;
};

/** The businesses that the person is an active member of, by name. */
export function listMyTenants(person: Person): Promise<MyTenant[]> {
  return unsafePlatformSql("a person's memberships cross tenants", (sql) =>
    sql.rows<MyTenant>(
      `SELECT t.id, t.slug, t.name, t.is_demo AS "isDemo", m.role, t.id IS NOT DISTINCT FROM s.tenant_id AS "isCurrent"
         FROM user_tenants ut
         JOIN tenants t ON t.id = ut.tenant_id AND t.status = 'active'
         JOIN members m ON m.tenant_id = t.id AND m.user_id = ut.user_id AND m.disabled_at IS NULL
         LEFT JOIN sessions s ON s.id = $2::uuid
        WHERE ut.user_id = $1::uuid ORDER BY t.name, t.id`,
      [person.userId, person.sessionId],
    ),
  );
}
