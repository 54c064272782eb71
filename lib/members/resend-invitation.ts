import { recordAudit } from "@/lib/audit";
import { hashToken } from "@/lib/crypto";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { readTenantIn } from "@/lib/tenants";
import { invitationUrl, makeInvitationToken } from "./invitation-token";
import { expiry, type InvitationLink } from "./invite-member";
import { mailInvitation } from "./mail-invitation";

/** Gives an open invitation a new link and another week; the former link stops working. */
export async function resendInvitation(ctx: Ctx, { id }: { id: Id }): Promise<InvitationLink> {
  const token = makeInvitationToken(ctx.tenantId);
  const { email, tenantName } = await withTenantSql(ctx, async (sql) => {
    const renewed = await sql.one<{ email: string }>(
      `UPDATE invitations SET token_hash = $3, expires_at = $4::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND accepted_at IS NULL AND revoked_at IS NULL RETURNING email`,
      [ctx.tenantId, id, hashToken(token), expiry(ctx)],
    );
    if (!renewed) throw new AppError("not_found", "There is no such open invitation.");
    const tenant = await readTenantIn(sql, ctx);
    await recordAudit(sql, ctx, { action: "invitation.resent", subject: { kind: "invitation", id } });
    return { email: renewed.email, tenantName: tenant.name };
  });
  const isMailed = await mailInvitation({ email, token, tenantName });
  return { id, url: invitationUrl(token), isMailed };
}
