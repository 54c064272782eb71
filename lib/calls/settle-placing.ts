import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { lookAgainSeconds } from "./placed-rules";
import { applyCallStatus } from "./receive-call-status";
import { traceCall } from "./trace";

/** The call cannot be placed: it ends here, and what was reserved for it is given back. */
export async function failPlaced(sql: Sql, ctx: Ctx, callId: string, code: string): Promise<void> {
  const failed = await sql.run(
    `UPDATE placed_calls SET state = 'failed', failure = $3 WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND state IN ('queued', 'placing')`,
    [ctx.tenantId, callId, code],
  );
  if (failed === 1) await endUnplaced(sql, ctx, callId, code);
}

/** It may be ringing or not. It is looked for at the carrier, and never placed a second time. */
export async function doubtPlaced(sql: Sql, ctx: Ctx, callId: string, from: "placing"): Promise<void> {
  const doubted = await sql.run(
    "UPDATE placed_calls SET state = 'unknown' WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND state = $3",
    [ctx.tenantId, callId, from],
  );
  if (doubted === 0) return;
  await traceCall(sql, ctx, callId, {
    kind: "job",
    title: "Nobody can say whether the carrier took the call",
  });
  await emit(sql, ctx, { kind: "call.status", subject: { callId }, data: { status: "unknown" } });
  await lookLater(sql, ctx, callId, 0);
}

/** Looks for a doubtful call once more, or gives up: then it stays unknown. */
export async function lookLater(sql: Sql, ctx: Ctx, callId: string, look: number): Promise<void> {
  const seconds = lookAgainSeconds(look);
  if (seconds === null) return endUnplaced(sql, ctx, callId, "unknown");
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.find_placed", payload: { callId, look } },
    key: `find-placed:${callId}:${look}`,
    runAt: new Date(ctx.clock.now().getTime() + seconds * 1000),
  });
}

/** The carrier certainly did not take it, so the same request may be repeated. */
export async function tryAgain(
  sql: Sql,
  ctx: Ctx,
  { callId, attempts, seconds }: { callId: string; attempts: number; seconds: number },
): Promise<void> {
  const isOurs = await sql.run(
    "UPDATE placed_calls SET state = 'queued' WHERE tenant_id = $1::uuid AND call_id = $2::uuid AND state = 'placing'",
    [ctx.tenantId, callId],
  );
  if (isOurs === 0) return;
  await enqueue(sql, {
    ...{
      tenantId: ctx.tenantId,
      kind: "calls.place",
      payload: { callId },
      key: `place:${callId}:${attempts}`,
    },
    runAt: new Date(ctx.clock.now().getTime() + seconds * 1000),
  });
}

async function endUnplaced(sql: Sql, ctx: Ctx, callId: string, cause: string): Promise<void> {
  const call = await sql.one<{ carrier: string; carrierCallId: string }>(
    `SELECT carrier, carrier_call_id AS "carrierCallId" FROM calls WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, callId],
  );
  if (call) await applyCallStatus(sql, ctx, { ...call, status: "failed", seconds: 0, cause });
}
