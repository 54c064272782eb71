import { z } from "zod";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";

/** What was made or changed at a carrier. number, pool: its webhooks were set; before, they were `detail`. */
export type ObjectKind = "application" | "key" | "number" | "pool";
export type ObjectState = "making" | "made" | "failed" | "unknown" | "removed" | "stuck";

const Problem = z.object({ code: z.string(), sentence: z.string() });

/** One remembered object. */
export type ConnectionObject = {
  id: string;
  kind: ObjectKind;
  name: string;
  sid: string | null;
  state: ObjectState;
  problem: z.output<typeof Problem> | null;
  detail: Record<string, unknown>;
};

// Longer than any request to a carrier may take: whoever claimed an object and died does not block it for good.
const claimSeconds = 45;
const columns = "id, kind, name, sid, state, problem, detail";

/** What was remembered for a connection, in the order it was made. */
export function listObjects(ctx: Ctx, connectionId: string): Promise<ConnectionObject[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<ConnectionObject>(
      `SELECT ${columns} FROM connection_objects WHERE tenant_id = $1::uuid AND connection_id = $2::uuid ORDER BY created_at, id`,
      [ctx.tenantId, connectionId],
    ),
  );
}

/**
 * Remembers an object before the carrier is asked for it. `isFresh`: nobody asked before; otherwise look whether it is
 * there already. An object that is made stays as it is; `conflict` while somebody else is making it.
 */
export function claimObject(
  ctx: Ctx,
  input: { connectionId: string; kind: ObjectKind; name: string },
): Promise<ConnectionObject & { isFresh: boolean }> {
  return withTenantSql(ctx, async (sql) => {
    const now = ctx.clock.now();
    const inserted = await sql.run(
      `INSERT INTO connection_objects (tenant_id, id, connection_id, kind, name, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::timestamptz, $6::timestamptz) ON CONFLICT DO NOTHING`,
      [ctx.tenantId, newId(), input.connectionId, input.kind, input.name, now],
    );
    const row = await sql.one<ConnectionObject & { age: number }>(
      `SELECT ${columns}, extract(epoch FROM $5::timestamptz - updated_at)::float8 AS age FROM connection_objects
        WHERE tenant_id = $1::uuid AND connection_id = $2::uuid AND kind = $3 AND name = $4 FOR UPDATE`,
      [ctx.tenantId, input.connectionId, input.kind, input.name, now],
    );
    if (!row) throw new AppError("not_found", "There is no such connection.");
    if (inserted === 1) return { ...row, isFresh: true };
    if (row.state === "making" && row.age < claimSeconds)
      throw new AppError("conflict", "Somebody else is setting this up right now. Look again in a moment.");
    if (row.state !== "made") await settleObjectIn(sql, ctx, row.id, { state: "making" });
    return { ...row, isFresh: row.state === "removed" };
  });
}

type Settlement = {
  state: ObjectState;
  sid?: string;
  problem?: { code: string; sentence: string };
  detail?: Record<string, unknown>;
};

/** Writes down what became of an object. */
export function settleObject(ctx: Ctx, id: string, settlement: Settlement): Promise<void> {
  return withTenantSql(ctx, (sql) => settleObjectIn(sql, ctx, id, settlement));
}

async function settleObjectIn(sql: Sql, ctx: Ctx, id: string, now: Settlement): Promise<void> {
  await sql.run(
    `UPDATE connection_objects SET state = $3, sid = coalesce($4, sid), problem = $5::jsonb,
            detail = coalesce($6::jsonb, detail), updated_at = $7::timestamptz
      WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [
      ...[ctx.tenantId, id, now.state, now.sid ?? null, now.problem ? JSON.stringify(now.problem) : null],
      ...[now.detail ? JSON.stringify(now.detail) : null, ctx.clock.now()],
    ],
  );
}
