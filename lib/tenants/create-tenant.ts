import { unsafeFindUser } from "@/lib/auth/unsafe-users";
import { unsafePlatformSql } from "@/lib/db";
import type { Clock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import type { NewTenant } from "./schema";
import { type TenantSeed, unsafeInsertTenant } from "./unsafe-insert-tenant";

/** A new business for a user who exists. The demo world chooses its own slug and marks itself. */
export type TenantCreation = NewTenant & { ownerId: Id } & Pick<TenantSeed, "slug" | "locale" | "isDemo">;

/** Adds a business with its owner and a first team; returns the owner's context in it. `conflict` when a given slug is taken. */
export function createTenant(
  caller: { clock: Clock; requestId: string },
  input: TenantCreation,
): Promise<Ctx> {
  return unsafePlatformSql("a tenant is made before it can be entered", async (sql) => {
    const user = await unsafeFindUser(sql, input.ownerId);
    if (!user) throw new AppError("not_found", "There is no such user.");
    const owner = { userId: user.id, name: user.name, email: user.email };
    return unsafeInsertTenant(sql, caller, { ...input, owner });
  });
}
