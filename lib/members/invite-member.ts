import { recordAudit } from "@/lib/audit";
import { hashToken } from "@/lib/crypto";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { type Id, newId } from "@/lib/kernel/ids";
import { readTenantIn } from "@/lib/tenants";
import { invitationUrl, makeInvitationToken } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";
import { invitationLifeMs, mayGive, memberRefusals } from "./rules";
import type { NewInvitation } from "./schema";

/** An invitation as its maker gets it: the link is shown this once. `isMailed`: a mail server took it as well. */
export type InvitationLink = { id: Id; url: string; isMailed: boolean };

/**
 * Invites somebody by e-mail; an earlier open invitation of the same address is replaced. `conflict` when they are a
 * member already, `forbidden` for a role above one's own.
 */
export async function inviteMember(ctx: Ctx, { email, role }: NewInvitation): Promise<InvitationLink> {
  if (ctx.actor.kind !== "user" || !mayGive(ctx.actor, role))
    throw new AppError("forbidden", memberRefusals.above_you);
  const { userId } = ctx.actor;
  const id = newId();
  const token = makeInvitationToken(ctx.tenantId);
  const { name } = await withTenantSql(ctx, async (sql) => {
    const tenant = await readTenantIn(sql, ctx, true);
    await requireStranger(sql, ctx, email);
    await revokeOpen(sql, ctx, email);
    await sql.run(
      `INSERT INTO invitations (tenant_id, id, email, role, token_hash, invited_by, expires_at, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::uuid, $7::timestamptz, $8::timestamptz)`,
      [ctx.tenantId, id, email, role, hashToken(token), userId, expiry(ctx), ctx.clock.now()],
    );
    await recordAudit(sql, ctx, {
      action: "member.invited",
      subject: { kind: "invitation", id },
      detail: { role },
    });
    return tenant;
  });
  const isMailed = await mailInvitation({ email, token, tenantName: name });
  return { id, url: invitationUrl(token), isMailed };
}

/** When an invitation made now runs out. */
export function expiry(ctx: Ctx): Date {
  return new Date(ctx.clock.now().getTime() + invitationLifeMs);
}

async function requireStranger(sql: Sql, ctx: Ctx, email: string): Promise<void> {
  const member = await sql.one<{ isDisabled: boolean }>(
    `SELECT disabled_at IS NOT NULL AS "isDisabled" FROM members WHERE tenant_id = $1::uuid AND email = $2`,
    [ctx.tenantId, email],
  );
  if (!member) return;
  const sentence = member.isDisabled
    ? "This person is disabled here. Enable them instead."
    : "This person is a member already.";
  throw new AppError("conflict", sentence);
}

async function revokeOpen(sql: Sql, ctx: Ctx, email: string): Promise<void> {
  await sql.run(
    `UPDATE invitations SET revoked_at = $3::timestamptz
      WHERE tenant_id = $1::uuid AND email = $2 AND accepted_at IS NULL AND revoked_at IS NULL`,
    [ctx.tenantId, email, ctx.clock.now()],
  );
}
