import type { CallRecorded, CallTranscribed, CarrierName } from "@/lib/carriers";
import { withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { traceCall } from "./trace";

/** A carrier says that a recording is ready. Only its id is used; what address it names is never followed. */
export function receiveRecording(
  ctx: Ctx,
  input: { carrier: CarrierName; event: CallRecorded; raw: RawWebhook; what: "call" | "voicemail" },
): Promise<boolean> {
  const { event, carrier, raw, what } = input;
  return withTenantSql(ctx, async (sql) => {
    const call = await sql.one<{ id: string }>(
      "SELECT id FROM calls WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_call_id = $3",
      [ctx.tenantId, carrier, event.callSid],
    );
    if (!call) return false;
    if (!(await keepWebhookEvent(sql, ctx, { ...raw, callSid: event.callSid }))) return true;
    await traceCall(sql, ctx, call.id, {
      kind: "webhook",
      title: `Recording ${event.status}`,
      data: { recordingId: event.recordingId, seconds: event.seconds },
    });
    if (event.status !== "completed" || event.recordingId === "" || event.seconds === 0) return true;
    const id = newId();
    const made = await sql.run(
      `INSERT INTO recordings (tenant_id, id, call_id, carrier_recording_id, kind, seconds, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::int, $7::timestamptz) ON CONFLICT (tenant_id, call_id, carrier_recording_id) DO NOTHING`,
      [ctx.tenantId, id, call.id, event.recordingId, what, event.seconds, ctx.clock.now()],
    );
    if (made === 1)
      await enqueue(sql, {
        tenantId: ctx.tenantId,
        kind: "calls.fetch_recording",
        payload: { recordingId: id },
        key: `recording:${id}`,
      });
    return true;
  });
}

/** A carrier's own transcript of a voicemail. */
export function receiveTranscript(
  ctx: Ctx,
  input: { carrier: CarrierName; event: CallTranscribed },
): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    if (!input.event.ok) return;
    await sql.run(
      `UPDATE recordings r SET transcript = $4 FROM calls c WHERE r.tenant_id = $1::uuid AND c.tenant_id = r.tenant_id AND c.id = r.call_id
          AND c.carrier = $2 AND c.carrier_call_id = $3 AND r.carrier_recording_id = $5`,
      [
        ctx.tenantId,
        input.carrier,
        input.event.callSid,
        input.event.text.slice(0, 20_000),
        input.event.recordingId,
      ],
    );
  });
}
