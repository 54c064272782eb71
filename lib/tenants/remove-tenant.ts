import { unsafePlatformSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readTenantIn } from "./read-tenant";

/**
 * Removes a business with everything in it, for good. `refused` unless its name is typed exactly. Its audit trail goes
 * with it, so the removal itself is noted among the platform's security events.
 */
export function removeTenant(ctx: Ctx, { confirmation }: { confirmation: string }): Promise<void> {
  return unsafePlatformSql("a tenant cannot delete its own row", async (sql) => {
    const tenant = await readTenantIn(sql, ctx, true);
    if (confirmation.trim() !== tenant.name) {
      throw new AppError("refused", `Type "${tenant.name}" to confirm.`);
    }
    await sql.run("DELETE FROM tenants WHERE id = $1::uuid", [ctx.tenantId]);
    await sql.run(
      "INSERT INTO security_events (id, at, kind, detail) VALUES ($1::uuid, $2::timestamptz, 'tenant.removed', $3::jsonb)",
      [
        newId(),
        ctx.clock.now(),
        JSON.stringify({ tenantId: ctx.tenantId, slug: tenant.slug, actor: ctx.actor }),
      ],
    );
  });
}
