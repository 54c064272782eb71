import { recordAudit } from "@/lib/audit";
import { hashToken } from "@/lib/crypto";
import type { Sql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Ctx, Role } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { type Id, newId, unsafeTenantId } from "@/lib/kernel/ids";
import { tenantOfToken } from "./invitation-token";

/** An open invitation, with the account of its e-mail address if there is one. */
export type OpenInvitation = {
  id: Id;
  tenantId: Id;
  tenantName: string;
  email: string;
  role: Role;
  invitedByName: string | null;
  userId: Id | null;
};

/** Finds the open invitation of a token. Unsafe: whoever opens it is in no tenant; the token's hash is the proof. */
export async function unsafeFindInvitation(
  sql: Sql,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const tenantId = tenantOfToken(token);
  if (!tenantId) return null;
  return sql.one<OpenInvitation>(
    `SELECT i.id, i.tenant_id AS "tenantId", t.name AS "tenantName", i.email, i.role, m.name AS "invitedByName",
            u.id AS "userId"
       FROM invitations i
       JOIN tenants t ON t.id = i.tenant_id AND t.status = 'active'
       LEFT JOIN members m ON m.tenant_id = i.tenant_id AND m.user_id = i.invited_by
       LEFT JOIN users u ON u.email = i.email
      WHERE i.tenant_id = $1::uuid AND i.token_hash = $2
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $3::timestamptz`,
    [tenantId, hashToken(token), now],
  );
}

/** Makes a user the member that an invitation promised, once: a second acceptance finds it gone. */
export async function unsafeAcceptInvitation(
  sql: Sql,
  visitor: Visitor,
  invitation: OpenInvitation,
  user: { id: Id; name: string },
): Promise<void> {
  const now = visitor.clock.now();
  const taken = await sql.run(
    `UPDATE invitations SET accepted_at = $3::timestamptz
      WHERE tenant_id = $1::uuid AND id = $2::uuid AND accepted_at IS NULL AND revoked_at IS NULL`,
    [invitation.tenantId, invitation.id, now],
  );
  if (taken === 0) throw new AppError("not_found", "This invitation is no longer open.");
  const id = await unsafeInsertMember(sql, { ...invitation, userId: user.id, name: user.name }, now);
  const ctx: Ctx = {
    tenantId: unsafeTenantId(invitation.tenantId),
    actor: { kind: "user", userId: user.id, role: invitation.role },
    clock: visitor.clock,
    requestId: visitor.requestId,
  };
  const detail = { role: invitation.role, invitationId: invitation.id };
  await recordAudit(sql, ctx, { action: "member.joined", subject: { kind: "member", id }, detail });
}

/** Adds a member and the row by which the user finds the tenant. `conflict` when they are a member already. */
export async function unsafeInsertMember(
  sql: Sql,
  member: { tenantId: Id; userId: Id; role: Role; name: string; email: string },
  now: Date,
): Promise<Id> {
  const id = newId();
  const { tenantId, userId, role, name, email } = member;
  const added = await sql.run(
    `INSERT INTO members (tenant_id, id, user_id, role, name, email, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::timestamptz) ON CONFLICT (tenant_id, user_id) DO NOTHING`,
    [tenantId, id, userId, role, name, email, now],
  );
  if (added === 0) throw new AppError("conflict", "This person is a member already.");
  await sql.run(
    "INSERT INTO user_tenants (user_id, tenant_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT DO NOTHING",
    [userId, tenantId],
  );
  return id;
}
