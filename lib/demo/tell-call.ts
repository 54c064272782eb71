import { noteEntry } from "@/lib/conversations";
import { newId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";
import { demoTraces } from "./demo-traces";
import { makeRecording } from "./make-recording";
import { scheduleTurns } from "./schedule-turns";
import type { DemoCall } from "./schema";
import type { Stage } from "./stage";

/** Writes a finished call into a demo conversation: transcript, X-ray and something to listen to. */
export async function tellCall(stage: Stage, call: DemoCall): Promise<void> {
  const { tx, ctx, conversationId } = stage;
  const rows = callRows(stage, call);
  await tx.call.create({ data: rows.call });
  await tx.callTurn.createMany({ data: rows.turns });
  await tx.callTrace.createMany({ data: rows.traces });
  if (rows.turns.length > 0 && call.isRecorded !== false) await keepRecording(stage, rows.call.id, call);
  const isInbound = call.direction !== "outbound";
  await noteEntry(tx.sql, ctx, {
    conversationId,
    direction: isInbound ? "inbound" : "outbound",
    channel: call.outcome === "voicemail" ? "voicemail" : "call",
    preview: call.outcome === "missed" ? `Missed: ${call.summary}` : call.summary,
    numberId: stage.cast.numberId,
  });
}

/** The rows of a finished call that began at the context's time. */
export function callRows(stage: Omit<Stage, "tx">, call: DemoCall) {
  const { tenantId, clock } = stage.ctx;
  const startedAt = clock.now();
  const spoken = scheduleTurns(call);
  const row = { ...party(stage, call), ...ending(stage, call), id: newId() };
  const told = { tenantId, callId: row.id, from: row.fromAddress, to: row.toAddress, startedAt };
  return {
    call: row,
    turns: spoken.map(({ speaker, text, from }, position) => ({
      ...{ tenantId, id: newId(), callId: row.id, position, speaker, text },
      at: after(startedAt, from),
    })),
    traces: demoTraces(call, spoken, told),
  };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + Math.round(seconds * 1000));
}

async function keepRecording({ tx, ctx }: Stage, callId: string, call: DemoCall): Promise<void> {
  const id = newId();
  const isVoicemail = call.outcome === "voicemail";
  const bytes = makeRecording(scheduleTurns(call), call.seconds);
  const name = `recordings/${id}`;
  await storage.put({ tenantId: ctx.tenantId, name }, bytes);
  await tx.recording.create({
    data: {
      ...{ tenantId: ctx.tenantId, id, callId, carrierRecordingId: `demo-${id}`, state: "stored" },
      ...{ kind: isVoicemail ? "voicemail" : "call", seconds: call.seconds, bytes: bytes.byteLength },
      ...{ contentType: "audio/wav", storageKey: name, createdAt: after(ctx.clock.now(), call.seconds) },
      transcript: isVoicemail ? call.turns.map(([, text]) => text).join(" ") : null,
    },
  });
}

function party(
  { ctx, business, cast, story, conversationId, customerId }: Omit<Stage, "tx">,
  { direction = "inbound", answeredBy }: DemoCall,
) {
  const [from, to] = [story.customer.phone, business.number.e164];
  const member = story.assignee && story.assignee !== "assistant" ? story.assignee : business.owner.short;
  return {
    ...{ tenantId: ctx.tenantId, conversationId, customerId, numberId: cast.numberId, direction },
    ...{ carrier: business.number.carrier, carrierCallId: `demo-${newId()}` },
    memberId: answeredBy === "member" ? (cast.members.get(member)?.memberId ?? null) : null,
    fromAddress: direction === "inbound" ? from : to,
    toAddress: direction === "inbound" ? to : from,
  };
}

function ending({ ctx, business }: Omit<Stage, "tx">, call: DemoCall) {
  const startedAt = ctx.clock.now();
  const isMissed = call.outcome === "missed";
  return {
    ...{
      status: isMissed ? "no_answer" : "completed",
      statusRank: 4,
      outcome: call.outcome,
      missedReason: call.missedReason ?? null,
    },
    ...{
      answeredBy: call.answeredBy,
      endedBy: endedBy(call),
      talk: "gather",
      language: business.locale,
    },
    ...{
      summary: call.summary,
      sentimentLabel: call.sentiment.label,
      sentimentScore: call.sentiment.score,
      actionItems: call.actions ?? [],
    },
    ...{
      startedAt,
      answeredAt: isMissed ? null : after(startedAt, 1),
      durationSeconds: call.seconds,
    },
    ...{ endedAt: after(startedAt, call.seconds), analysedAt: after(startedAt, call.seconds + 2) },
  };
}

/** Whoever speaks last says goodbye; the other one hangs up. */
function endedBy({ turns, answeredBy }: DemoCall): string {
  return answeredBy === "assistant" && turns.at(-1)?.[0] === "assistant" ? "us" : "caller";
}
