import type { TextStatusUpdate } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { recordStatus } from "./record-status";
import { ownStatus } from "./rules";

type CarrierId = { carrier: string; sid: string };

/**
 * Makes those who name a carrier's id for the first time wait for each other: the answer to our request and callbacks
 * that come with it. Without it each could look before the other has written, and a state would be parked for ever.
 */
export async function lockCarrierId(sql: Sql, ctx: Ctx, { carrier, sid }: CarrierId): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `message ${ctx.tenantId} ${carrier} ${sid}`,
  ]);
}

/** Keeps a state whose message is not known yet. Call it under {@link lockCarrierId}. */
export async function parkStatus(
  sql: Sql,
  ctx: Ctx,
  carrier: string,
  update: Pick<TextStatusUpdate, "sid" | "status" | "errorCode">,
): Promise<void> {
  await sql.run(
    `INSERT INTO parked_statuses (tenant_id, carrier, carrier_sid, status, error_code, at)
     VALUES ($1::uuid, $2, $3, $4, $5, $6::timestamptz) ON CONFLICT DO NOTHING`,
    [ctx.tenantId, carrier, update.sid, update.status, update.errorCode ?? null, ctx.clock.now()],
  );
}

/** Applies what was parked to the message that turned out to have this id. Call it under {@link lockCarrierId}. */
export async function applyParked(
  sql: Sql,
  ctx: Ctx,
  { carrier, sid, messageId }: CarrierId & { messageId: string },
): Promise<void> {
  const parked = await sql.rows<{ status: string; error_code: string | null }>(
    "DELETE FROM parked_statuses WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_sid = $3 RETURNING status, error_code",
    [ctx.tenantId, carrier, sid],
  );
  for (const { status, error_code } of parked) {
    const news = { messageId, status: ownStatus(status), errorCode: error_code, source: "callback" } as const;
    await recordStatus(sql, ctx, news);
  }
}
