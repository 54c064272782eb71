import { recordAudit } from "@/lib/audit";
import type { Sql } from "@/lib/db";
import type { Clock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { type Id, newId, type TenantId, unsafeTenantId } from "@/lib/kernel/ids";
import { currencyOf, localeOf, slugCandidates } from "./rules";
import type { NewTenant } from "./schema";

/** A new business and the user who will own it. The demo world chooses its own slug and marks itself. */
export type TenantSeed = NewTenant & {
  owner: { userId: Id; name: string; email: string };
  slug?: string;
  locale?: string;
  isDemo?: boolean;
};

/**
 * Adds a tenant with its owner and its first team. Unsafe: the tenant does not exist yet, so this runs as the platform
 * and is where its id is made.
 */
export async function unsafeInsertTenant(
  sql: Sql,
  caller: { clock: Clock; requestId: string },
  seed: TenantSeed,
): Promise<Ctx> {
  const tenantId = unsafeTenantId(newId());
  const { clock, requestId } = caller;
  const ctx: Ctx = {
    tenantId,
    actor: { kind: "user", userId: seed.owner.userId, role: "owner" },
    clock,
    requestId,
  };
  await insertWithFreeSlug(sql, tenantId, seed, clock.now());
  await insertOwner(sql, ctx, seed.owner);
  await sql.run(
    `INSERT INTO teams (tenant_id, id, name, is_default, created_at) VALUES ($1::uuid, $2::uuid, 'Front desk', true, $3::timestamptz)`,
    [tenantId, newId(), clock.now()],
  );
  await recordAudit(sql, ctx, { action: "tenant.created", subject: { kind: "tenant", id: tenantId } });
  return ctx;
}

async function insertWithFreeSlug(sql: Sql, tenantId: TenantId, seed: TenantSeed, now: Date): Promise<void> {
  for (const slug of seed.slug ? [seed.slug] : [...slugCandidates(seed.name), `business-${tenantId}`]) {
    const inserted = await sql.run(
      `INSERT INTO tenants (id, slug, name, timezone, country, locale, currency, is_demo, created_at)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8::boolean, $9::timestamptz) ON CONFLICT (slug) DO NOTHING`,
      [
        ...[tenantId, slug, seed.name, seed.timezone, seed.country, seed.locale ?? localeOf(seed.country)],
        ...[currencyOf(seed.country), seed.isDemo ?? false, now],
      ],
    );
    if (inserted === 1) return;
  }
  throw new AppError("conflict", "This address is taken by another business.");
}

async function insertOwner(sql: Sql, ctx: Ctx, owner: TenantSeed["owner"]): Promise<void> {
  const { tenantId, clock } = ctx;
  await sql.run(
    `INSERT INTO members (tenant_id, id, user_id, role, name, email, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, 'owner', $4, $5, $6::timestamptz)`,
    [tenantId, newId(), owner.userId, owner.name, owner.email, clock.now()],
  );
  await sql.run("INSERT INTO user_tenants (user_id, tenant_id) VALUES ($1::uuid, $2::uuid)", [
    owner.userId,
    tenantId,
  ]);
}
