import { createUser } from "@/lib/auth";
import { unsafePlatformSql } from "@/lib/db";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";
import { readSwitchesIn } from "@/lib/switches";
import { pragati } from "./pragati";
import { riverside } from "./riverside";
import { seedBusiness } from "./seed-business";

const password = "trunkline-demo";
const marker = "demo_world";

/**
 * Makes the demo world on the first start: two businesses, their people, a super admin. Idempotent, safe when two
 * processes start at once, and never again after somebody removed it.
 * @returns whether it was made now
 */
export function ensureDemoWorld(clock: Clock = systemClock): Promise<boolean> {
  return unsafePlatformSql("the demo world spans tenants", async (sql) => {
    await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [marker]);
    const known = await sql.one("SELECT 1 AS found FROM platform_settings WHERE key = $1", [marker]);
    if (known || !(await readSwitchesIn(sql)).demo) return false;
    await createUser(
      { clock },
      { email: "admin@trunkline.test", name: "Sam Admin", password, isSuperAdmin: true },
    );
    for (const business of [riverside, pragati]) await seedBusiness(clock, business, password);
    await sql.run(
      "INSERT INTO platform_settings (key, value, updated_at) VALUES ($1, $2::jsonb, $3::timestamptz)",
      [marker, JSON.stringify({ state: "made" }), clock.now()],
    );
    return true;
  });
}

/** Whether the demo world is there. */
export function unsafeHasDemoWorld(): Promise<boolean> {
  return unsafePlatformSql("the demo world spans tenants", async (sql) => {
    const row = await sql.one("SELECT 1 AS found FROM tenants WHERE is_demo LIMIT 1");
    return row !== null;
  });
}

/** Removes both demo businesses and the demo logins for good; what else stands on this installation is untouched. */
export function unsafeRemoveDemoWorld(clock: Clock = systemClock): Promise<void> {
  return unsafePlatformSql("the demo world spans tenants", async (sql) => {
    const gone = await sql.rows<{ id: string }>("DELETE FROM tenants WHERE is_demo RETURNING id");
    for (const { id } of gone) await storage.deleteTenant(unsafeTenantId(id));
    await sql.run(
      `DELETE FROM users u WHERE email = ANY($1::text[]) AND NOT EXISTS (SELECT FROM user_tenants t WHERE t.user_id = u.id)
          AND (NOT is_super_admin OR EXISTS (SELECT FROM users o WHERE o.is_super_admin AND o.id <> u.id))`,
      [["owner@demo.test", "agent@demo.test", "owner@pragati.test", "admin@trunkline.test"]],
    );
    await sql.run(
      `INSERT INTO platform_settings (key, value, updated_at) VALUES ($1, '{"state": "removed"}'::jsonb, $2::timestamptz)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [marker, clock.now()],
    );
  });
}
