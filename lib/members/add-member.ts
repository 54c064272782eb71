import { recordAudit } from "@/lib/audit";
import { unsafeFindUser } from "@/lib/auth/unsafe-users";
import { unsafePlatformSql } from "@/lib/db";
import type { Ctx, Role } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { unsafeInsertMember } from "./unsafe-invitations";

/** Makes an existing user a member without an invitation: for the demo world and the platform. Returns the member's id. */
export function addMember(ctx: Ctx, { userId, role }: { userId: Id; role: Role }): Promise<Id> {
  return unsafePlatformSql("users and the directory of memberships are platform rows", async (sql) => {
    const user = await unsafeFindUser(sql, userId);
    if (!user) throw new AppError("not_found", "There is no such user.");
    const { name, email } = user;
    const id = await unsafeInsertMember(
      sql,
      { tenantId: ctx.tenantId, userId, role, name, email },
      ctx.clock.now(),
    );
    await recordAudit(sql, ctx, {
      action: "member.added",
      subject: { kind: "member", id },
      detail: { role },
    });
    return id;
  });
}
