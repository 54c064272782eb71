import { recordAudit } from "@/lib/audit";
import { unsafeEndSessions } from "@/lib/auth/unsafe-sessions";
import { type Sql, unsafePlatformSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import type { MemberFacts } from "./rules";
import type { MemberChange } from "./schema";

/**
 * Changes a member and ends their sessions in one transaction. Unsafe: sessions are platform rows, so row-level
 * security does not hold here and every statement names the tenant itself.
 */
export function unsafeChangeMember(
  ctx: Ctx,
  id: Id,
  change: MemberChange,
  requireAllowed: (member: MemberFacts) => void,
): Promise<void> {
  return unsafePlatformSql("a member's sessions are platform rows", async (sql) => {
    const member = await lockMember(sql, ctx, id);
    requireAllowed(member);
    if (isAlready(member, change)) return;
    await writeChange(sql, ctx, id, change);
    await unsafeEndSessions(sql, member.userId, { inTenant: ctx.tenantId }, ctx.clock.now());
    await recordAudit(sql, ctx, { ...auditOf(change, member), subject: { kind: "member", id } });
  });
}

/** All owners are locked too, in one order: two owners who demote each other must not both succeed. */
async function lockMember(sql: Sql, ctx: Ctx, id: Id): Promise<MemberFacts> {
  const locked = await sql.rows<{ id: Id } & Omit<MemberFacts, "otherActiveOwners">>(
    `SELECT id, user_id AS "userId", role, disabled_at IS NOT NULL AS "isDisabled" FROM members
      WHERE tenant_id = $1::uuid AND (id = $2::uuid OR role = 'owner') ORDER BY id FOR UPDATE`,
    [ctx.tenantId, id],
  );
  const member = locked.find((row) => row.id === id);
  if (!member) throw new AppError("not_found", "There is no such member.");
  const others = locked.filter((row) => row.id !== id && row.role === "owner" && !row.isDisabled);
  return { ...member, otherActiveOwners: others.length };
}

function isAlready(member: MemberFacts, change: MemberChange): boolean {
  return change.role === undefined ? change.isDisabled === member.isDisabled : change.role === member.role;
}

async function writeChange(sql: Sql, ctx: Ctx, id: Id, change: MemberChange): Promise<void> {
  await sql.run(
    `UPDATE members SET role = coalesce($3, role),
            disabled_at = CASE WHEN $4::boolean IS NULL THEN disabled_at WHEN $4::boolean THEN $5::timestamptz END
      WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, id, change.role ?? null, change.isDisabled ?? null, ctx.clock.now()],
  );
}

function auditOf(change: MemberChange, member: MemberFacts) {
  if (change.role)
    return { action: "member.role_changed", detail: { before: member.role, after: change.role } };
  return { action: change.isDisabled ? "member.disabled" : "member.enabled" };
}
