import { createHash } from "node:crypto";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** What a client sent as `Idempotency-Key`, with a fingerprint of what it asked for under that key. */
export type Idempotency = { key: string; requestHash: string };

/** Reads the header; null when the client sent none. */
export function readIdempotency(request: Request, body: unknown): Idempotency | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new AppError("invalid_input", "Idempotency-Key must be 1 to 200 visible ASCII characters.");
  }
  const asked = JSON.stringify([request.method, new URL(request.url).pathname, body]);
  return { key, requestHash: createHash("sha256").update(asked).digest("hex") };
}

/**
 * Does `act` once per key and gives everybody after that the same answer. Call it inside the verb's own transaction:
 * the key's row and the effect then commit or vanish together, and a concurrent second request waits at the unique key
 * until the first has committed. `conflict` when the key came with another request before.
 */
export async function answerOnce<Answer>(
  sql: Sql,
  ctx: Ctx,
  idempotency: Idempotency | null | undefined,
  act: () => Promise<Answer>,
): Promise<Answer> {
  if (!idempotency) return act();
  if (!(await claimKey(sql, ctx, idempotency))) return findAnswer<Answer>(sql, ctx, idempotency);
  const answer = await act();
  await sql.run("UPDATE idempotency_keys SET response = $3::jsonb WHERE tenant_id = $1::uuid AND key = $2", [
    ctx.tenantId,
    idempotency.key,
    JSON.stringify(answer),
  ]);
  return answer;
}

async function claimKey(sql: Sql, ctx: Ctx, { key, requestHash }: Idempotency): Promise<boolean> {
  const inserted = await sql.run(
    `INSERT INTO idempotency_keys (tenant_id, key, request_hash, status, response, created_at)
     VALUES ($1::uuid, $2, $3, 0, 'null'::jsonb, $4::timestamptz) ON CONFLICT DO NOTHING`,
    [ctx.tenantId, key, requestHash, ctx.clock.now()],
  );
  return inserted === 1;
}

async function findAnswer<Answer>(sql: Sql, ctx: Ctx, { key, requestHash }: Idempotency): Promise<Answer> {
  const known = await sql.one<{ requestHash: string; response: Answer }>(
    `SELECT request_hash AS "requestHash", response FROM idempotency_keys WHERE tenant_id = $1::uuid AND key = $2`,
    [ctx.tenantId, key],
  );
  if (known?.requestHash !== requestHash) {
    throw new AppError("conflict", "This Idempotency-Key was used for another request.");
  }
  return known.response;
}
