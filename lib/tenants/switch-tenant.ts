import { unsafePlatformSql } from "@/lib/db";
import { endStreams } from "@/lib/events";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";

/** Makes this session work in another of the person's businesses. `not_found` for one they are not an active member of. */
export async function switchTenant(person: Person, { tenantId }: { tenantId: Id }): Promise<void> {
  const switched = await unsafePlatformSql("the session changes from one tenant to another", (sql) => {
    endStreams(sql, { sessionId: person.sessionId });
    return sql.run(
      `UPDATE sessions SET tenant_id = $3::uuid
        WHERE id = $2::uuid AND user_id = $1::uuid AND revoked_at IS NULL
          AND EXISTS (SELECT 1 FROM members m JOIN tenants t ON t.id = m.tenant_id AND t.status = 'active'
                       WHERE m.tenant_id = $3::uuid AND m.user_id = $1::uuid AND m.disabled_at IS NULL)`,
      [person.userId, person.sessionId, tenantId],
    );
  });
  if (switched === 0) throw new AppError("not_found", "You are not a member of this business.");
}
