import { carrier, isCarrierName } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { storage } from "@/lib/storage";
import { traceCall } from "./trace";

type Waiting = {
  callId: string;
  conversationId: string | null;
  carrierRecordingId: string;
  carrier: string;
  connectionId: string | null;
  numberId: string | null;
};

/** Fetches a recording from the carrier with our credentials, by its id, and keeps our own copy. Throws while it is not ready. */
export async function fetchRecording(ctx: Ctx, input: { recordingId: string }): Promise<void> {
  const waiting = await readWaiting(ctx, input.recordingId);
  if (!waiting || !isCarrierName(waiting.carrier)) return;
  const opened = await openConnection(ctx, {
    ...{
      carrier: waiting.carrier,
      connectionId: waiting.connectionId,
      isOfNumber: waiting.numberId !== null,
    },
  });
  const recordings = carrier(waiting.carrier).recordings;
  if (!opened || !recordings) return;
  const media = await recordings.download(opened.connection, waiting.carrierRecordingId);
  if (!media.ok && (media.reason === "unavailable" || media.reason === "not_found"))
    throw new AppError("unavailable", "The carrier does not have this recording ready yet.");
  const name = `recordings/${input.recordingId}`;
  if (media.ok) await storage.put({ tenantId: ctx.tenantId, name }, media.bytes);
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE recordings SET state = $3, reason = $4, storage_key = $5, content_type = $6, bytes = $7::int WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [
        ctx.tenantId,
        input.recordingId,
        media.ok ? "stored" : "failed",
        media.ok ? null : media.reason,
        media.ok ? name : null,
        media.ok ? media.contentType : null,
        media.ok ? media.bytes.byteLength : null,
      ],
    );
    await traceCall(sql, ctx, waiting.callId, {
      kind: "job",
      title: media.ok ? "Recording stored" : `Recording refused: ${media.reason}`,
    });
    await emit(sql, ctx, {
      kind: "call.recording",
      subject: {
        callId: waiting.callId,
        ...(waiting.conversationId ? { conversationId: waiting.conversationId } : {}),
      },
      data: { state: media.ok ? "stored" : "failed" },
    });
  });
}

function readWaiting(ctx: Ctx, recordingId: string): Promise<Waiting | null> {
  return withTenantSql(ctx, (sql) =>
    sql.one<Waiting>(
      `SELECT r.call_id AS "callId", c.conversation_id AS "conversationId", r.carrier_recording_id AS "carrierRecordingId", c.carrier, c.connection_id AS "connectionId", c.number_id AS "numberId"
         FROM recordings r JOIN calls c ON c.tenant_id = r.tenant_id AND c.id = r.call_id
        WHERE r.tenant_id = $1::uuid AND r.id = $2::uuid AND r.state = 'waiting'`,
      [ctx.tenantId, recordingId],
    ),
  );
}
