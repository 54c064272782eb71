import { hashToken } from "@/lib/crypto";
import { withTenantSql } from "@/lib/db";
import type { Visitor } from "@/lib/kernel/callers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { readBearer } from "./rules";
import { type KeyRow, unsafeFindKey } from "./unsafe-key-directory";

const lastUsedEveryMs = 60_000;

/** Who calls by an Authorization header: null without one, `unauthenticated` for one that names no standing key. */
export async function readKey(visitor: Visitor, authorization: string | null): Promise<Ctx | null> {
  if (authorization === null) return null;
  const key = readBearer(authorization);
  const row = key && (await unsafeFindKey(hashToken(key)));
  if (!row) throw new AppError("unauthenticated", "This API key is not valid.");
  const { clock, requestId } = visitor;
  // The second of the three gates: the row proves the key's tenant.
  const tenantId = unsafeTenantId(row.tenantId);
  const ctx: Ctx = {
    tenantId,
    actor: { kind: "api_key", keyId: row.keyId, scopes: row.scopes },
    clock,
    requestId,
  };
  if (isUseStale(row, clock.now())) await touchKey(ctx, row);
  return ctx;
}

function isUseStale(row: KeyRow, now: Date): boolean {
  return row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= lastUsedEveryMs;
}

function touchKey(ctx: Ctx, row: KeyRow): Promise<number> {
  return withTenantSql(ctx, (sql) =>
    sql.run(
      `UPDATE api_keys SET last_used_at = $3::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND last_used_at IS NOT DISTINCT FROM $4::timestamptz`,
      [ctx.tenantId, row.keyId, ctx.clock.now(), row.lastUsedAt],
    ),
  );
}
