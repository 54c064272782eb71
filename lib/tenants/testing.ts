import { unsafeInsertUser } from "@/lib/auth/unsafe-users";
import { unsafePlatformSql } from "@/lib/db";
import { systemClock } from "@/lib/kernel/clock";
import type { Ctx, Role } from "@/lib/kernel/context";
import { type Id, newId } from "@/lib/kernel/ids";
import { unsafeInsertTenant } from "./unsafe-insert-tenant";

/** The password of every seeded user. */
export const seedPassword = "correct horse battery";

// Argon2id of `seedPassword` at the least cost: tests sign in often and keep no secrets.
const seedPasswordHash =
  "$argon2id$v=19$m=8,t=1,p=1$/M4N15bYXsnwDu0YpHQB1g$MlRuswzrlek05fjts4DF7i2ptzs8vvxpBdVWp7uw4wM";

/** A user made by a builder, and their own context in the seeded tenant. */
export type SeededMember = { userId: Id; memberId: Id; email: string; name: string; ctx: Ctx };

/** A tenant made by a builder. `ctx` is its owner's. */
export type SeededTenant = { ctx: Ctx; slug: string; teamId: Id; owner: SeededMember };

type SeedOptions = { slug?: string; name?: string; country?: string; timezone?: string };

/** Makes a tenant with an owner and its first team, through the same code as sign-up. */
export async function seedTenant(options: SeedOptions = {}): Promise<SeededTenant> {
  const mark = newId().slice(-12);
  const slug = options.slug ?? `tenant-${mark}`;
  const { name = "Riverside Dental", country = "US", timezone = "America/New_York" } = options;
  return unsafePlatformSql("builds a tenant for a test", async (sql) => {
    const user = { email: `owner-${mark}@example.test`, name: "Olga Owner", passwordHash: seedPasswordHash };
    const userId = (await unsafeInsertUser(sql, user, new Date())) ?? "";
    const owner = { userId, name: user.name, email: user.email };
    const caller = { clock: systemClock, requestId: "test" };
    const ctx = await unsafeInsertTenant(sql, caller, { name, country, timezone, slug, owner });
    const made = await sql.one<{ teamId: Id; memberId: Id }>(
      `SELECT t.id AS "teamId", m.id AS "memberId" FROM teams t JOIN members m ON m.tenant_id = t.tenant_id
        WHERE t.tenant_id = $1::uuid`,
      [ctx.tenantId],
    );
    if (!made) throw new Error("The seeded tenant has no team.");
    return { ctx, slug, teamId: made.teamId, owner: { ...owner, memberId: made.memberId, ctx } };
  });
}

/** Adds a new user to a seeded tenant, in a role. */
export async function seedMember(
  tenant: Pick<SeededTenant, "ctx">,
  role: Role = "agent",
): Promise<SeededMember> {
  const { tenantId, clock } = tenant.ctx;
  const mark = newId().slice(-12);
  const user = {
    email: `${role}-${mark}@example.test`,
    name: `Avery ${role}`,
    passwordHash: seedPasswordHash,
  };
  return unsafePlatformSql("builds a member for a test", async (sql) => {
    const userId = (await unsafeInsertUser(sql, user, clock.now())) ?? "";
    const memberId = newId();
    await sql.run(
      `INSERT INTO members (tenant_id, id, user_id, role, name, email)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6)`,
      [tenantId, memberId, userId, role, user.name, user.email],
    );
    await sql.run("INSERT INTO user_tenants (user_id, tenant_id) VALUES ($1::uuid, $2::uuid)", [
      userId,
      tenantId,
    ]);
    const ctx: Ctx = { ...tenant.ctx, actor: { kind: "user", userId, role } };
    return { userId, memberId, email: user.email, name: user.name, ctx };
  });
}
