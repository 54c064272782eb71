import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import type { ProfileChange } from "./schema";

/** Changes the person's own name, here and in every business they are a member of. */
export function changeProfile(person: Person, { name }: ProfileChange): Promise<{ name: string }> {
  return unsafePlatformSql("a user stands outside all tenants", async (sql) => {
    await sql.run("UPDATE users SET name = $2 WHERE id = $1::uuid", [person.userId, name]);
    await sql.run("UPDATE members SET name = $2 WHERE user_id = $1::uuid", [person.userId, name]);
    return { name };
  });
}
