import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { unsafeRemoveDemoWorld } from "./ensure-demo-world";

/** Removes the demo world for good. `forbidden` unless the person owns a demo business or is a super admin. */
export async function removeDemoWorld(person: Person): Promise<void> {
  if (!person.isSuperAdmin && !(await unsafeOwnsDemo(person.userId))) {
    throw new AppError("forbidden", "Only an owner of the demo business may remove the demo world.");
  }
  await unsafeRemoveDemoWorld(person.clock);
}

/** Whether a user owns a demo business. Unsafe: asked across tenants, about nobody but that user. */
async function unsafeOwnsDemo(userId: string): Promise<boolean> {
  const row = await unsafePlatformSql("the demo world spans tenants", (sql) =>
    sql.one(
      `SELECT 1 AS found FROM members m JOIN tenants t ON t.id = m.tenant_id
        WHERE m.user_id = $1::uuid AND m.role = 'owner' AND m.disabled_at IS NULL AND t.is_demo LIMIT 1`,
      [userId],
    ),
  );
  return row !== null;
}
