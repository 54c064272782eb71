import { withTenantSql } from "@/lib/db";
import type { Ctx, Role } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** A member as others see them. */
export type MemberView = {
  id: Id;
  userId: Id;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
};

/** An invitation that nobody has accepted yet. */
export type InvitationView = {
  id: Id;
  email: string;
  role: Role;
  invitedByName: string | null;
  expiresAt: Date;
  isExpired: boolean;
};

/** The tenant's members, the disabled ones last. */
export function listMembers(ctx: Ctx): Promise<MemberView[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<MemberView>(
      `SELECT id, user_id AS "userId", name, email, role, disabled_at IS NOT NULL AS "isDisabled", created_at AS "createdAt"
         FROM members WHERE tenant_id = $1::uuid ORDER BY disabled_at IS NOT NULL, lower(name), id`,
      [ctx.tenantId],
    ),
  );
}

/** The tenant's invitations that are neither accepted nor revoked, newest first. */
export function listInvitations(ctx: Ctx): Promise<InvitationView[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<InvitationView>(
      `SELECT i.id, i.email, i.role, m.name AS "invitedByName", i.expires_at AS "expiresAt",
              i.expires_at <= $2::timestamptz AS "isExpired"
         FROM invitations i LEFT JOIN members m ON m.tenant_id = i.tenant_id AND m.user_id = i.invited_by
        WHERE i.tenant_id = $1::uuid AND i.accepted_at IS NULL AND i.revoked_at IS NULL
        ORDER BY i.created_at DESC, i.id DESC`,
      [ctx.tenantId, ctx.clock.now()],
    ),
  );
}
