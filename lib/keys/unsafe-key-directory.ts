import { type Sql, unsafePlatformSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";

/** A key that stands, with its tenant. */
export type KeyRow = { tenantId: Id; keyId: Id; scopes: string[]; lastUsedAt: Date | null };

/** Finds the key of a hash. Unsafe: no tenant is known before it; what it returns is what proves the tenant. */
export function unsafeFindKey(keyHash: string): Promise<KeyRow | null> {
  return unsafePlatformSql("an API key is what proves the tenant", (sql) =>
    sql.one<KeyRow>(
      `SELECT k.tenant_id AS "tenantId", k.id AS "keyId", k.scopes, k.last_used_at AS "lastUsedAt"
         FROM api_key_directory d
         JOIN api_keys k ON k.tenant_id = d.tenant_id AND k.id = d.key_id AND k.revoked_at IS NULL
         JOIN tenants t ON t.id = d.tenant_id AND t.status = 'active'
        WHERE d.key_hash = $1`,
      [keyHash],
    ),
  );
}

/**
 * Runs `work` in a platform transaction for one tenant. Unsafe: row-level security does not hold in it, every
 * statement names the tenant itself. Needed because the directory of keys stands outside all tenants.
 */
export function unsafeInKeyDirectory<T>(
  ctx: Ctx,
  work: (sql: Sql, directory: Directory) => Promise<T>,
): Promise<T> {
  return unsafePlatformSql("the directory of API keys is a platform table", (sql) =>
    work(sql, {
      add: (keyHash, keyId) =>
        sql.run(
          "INSERT INTO api_key_directory (key_hash, tenant_id, key_id) VALUES ($1, $2::uuid, $3::uuid)",
          [keyHash, ctx.tenantId, keyId],
        ),
      remove: (keyId) =>
        sql.run("DELETE FROM api_key_directory WHERE tenant_id = $1::uuid AND key_id = $2::uuid", [
          ctx.tenantId,
          keyId,
        ]),
    }),
  );
}

type Directory = {
  add(keyHash: string, keyId: Id): Promise<number>;
  remove(keyId: Id): Promise<number>;
};
