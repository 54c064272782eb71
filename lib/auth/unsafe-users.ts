import { type Sql, unsafePlatformSql } from "@/lib/db";
import { type Id, newId } from "@/lib/kernel/ids";

/** A user with what sign-in has to know. Users stand outside all tenants, hence every function here is unsafe. */
export type UserRow = {
  id: Id;
  email: string;
  name: string;
  passwordHash: string;
  isSuperAdmin: boolean;
  disabledAt: Date | null;
};

const columns = `id, email, name, password_hash AS "passwordHash", is_super_admin AS "isSuperAdmin", disabled_at AS "disabledAt"`;

/** What a new user needs; the e-mail address comes in lower case. */
export type NewUser = { email: string; name: string; passwordHash: string; isSuperAdmin?: boolean };

/** Finds a user by e-mail address in lower case. */
export function unsafeFindUserByEmail(email: string): Promise<UserRow | null> {
  return unsafePlatformSql("sign-in knows no tenant yet", (sql) =>
    sql.one<UserRow>(`SELECT ${columns} FROM users WHERE email = $1`, [email]),
  );
}

/** Finds a user by id, inside a platform transaction. */
export function unsafeFindUser(sql: Sql, userId: Id): Promise<UserRow | null> {
  return sql.one<UserRow>(`SELECT ${columns} FROM users WHERE id = $1::uuid`, [userId]);
}

/** Adds a user; null when the address is taken. */
export async function unsafeInsertUser(sql: Sql, user: NewUser, now: Date): Promise<Id | null> {
  const id = newId();
  const inserted = await sql.run(
    `INSERT INTO users (id, email, name, password_hash, is_super_admin, created_at)
     VALUES ($1::uuid, $2, $3, $4, $5::boolean, $6::timestamptz) ON CONFLICT (email) DO NOTHING`,
    [id, user.email, user.name, user.passwordHash, user.isSuperAdmin ?? false, now],
  );
  return inserted === 1 ? id : null;
}
