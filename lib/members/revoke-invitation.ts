import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";

/** Takes an open invitation back: its link stops working. */
export function revokeInvitation(ctx: Ctx, { id }: { id: Id }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const revoked = await sql.run(
      `UPDATE invitations SET revoked_at = $3::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND accepted_at IS NULL AND revoked_at IS NULL`,
      [ctx.tenantId, id, ctx.clock.now()],
    );
    if (revoked === 0) throw new AppError("not_found", "There is no such open invitation.");
    await recordAudit(sql, ctx, { action: "invitation.revoked", subject: { kind: "invitation", id } });
  });
}
