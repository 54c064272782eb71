import { testVisitor } from "@/lib/auth/testing";
import { unsafeInsertUser } from "@/lib/auth/unsafe-users";
import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { newId } from "@/lib/kernel/ids";

/** A super admin, signed in. */
export async function seedSuperAdmin(): Promise<Person> {
  const email = `admin-${newId()}@example.test`;
  const userId = await unsafePlatformSql("a test makes a super admin", (sql) =>
    unsafeInsertUser(sql, { email, name: "Sam Admin", passwordHash: "none", isSuperAdmin: true }, new Date()),
  );
  return { ...testVisitor(), userId: userId ?? "", sessionId: newId(), isSuperAdmin: true };
}
