import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { keepWebhookEvent, type RawWebhook } from "@/lib/webhook-events";
import { traceCall } from "./trace";

/** A request for the first words of a call. */
type Late = { carrier: string; carrierCallId: string; status: string; raw: RawWebhook };

/** Shows in the X-ray that first words were asked for when the call was over: nobody would have heard them. */
export async function noteTooLate(sql: Sql, ctx: Ctx, late: Late): Promise<void> {
  const { carrier, carrierCallId, status, raw } = late;
  const call = await sql.one<{ id: string }>(
    "SELECT id FROM calls WHERE tenant_id = $1::uuid AND carrier = $2 AND carrier_call_id = $3",
    [ctx.tenantId, carrier, carrierCallId],
  );
  if (!call || !(await keepWebhookEvent(sql, ctx, { ...raw, callSid: carrierCallId }))) return;
  const title = "Asked for its first words when it was over";
  await traceCall(sql, ctx, call.id, { kind: "webhook", title, data: { status } });
}
