import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** An API key as people may see it: never the key itself. */
export type KeyView = {
  id: Id;
  name: string;
  lastFour: string;
  scopes: string[];
  createdAt: Date;
  createdByName: string | null;
  lastUsedAt: Date | null;
};

/** The tenant's keys that stand, newest first. */
export function listKeys(ctx: Ctx): Promise<KeyView[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<KeyView>(
      `SELECT k.id, k.name, k.last_four AS "lastFour", k.scopes, k.created_at AS "createdAt",
              m.name AS "createdByName", k.last_used_at AS "lastUsedAt"
         FROM api_keys k LEFT JOIN members m ON m.tenant_id = k.tenant_id AND m.user_id = k.created_by
        WHERE k.tenant_id = $1::uuid AND k.revoked_at IS NULL ORDER BY k.created_at DESC, k.id DESC`,
      [ctx.tenantId],
    ),
  );
}
