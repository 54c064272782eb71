import { noteEntry } from "@/lib/conversations";
import { newId } from "@/lib/kernel/ids";
import { storage } from "@/lib/storage";
import { demoTraces } from "./demo-traces";
import { makeRecording } from "./make-recording";
import { type SpokenTurn, scheduleTurns } from "./schedule-turns";
import type { DemoCall } from "./schema";
import type { Stage } from "./stage";

/** Writes a finished call into a demo conversation: transcript, X-ray and something to listen to. */
export async function tellCall(stage: Stage, call: DemoCall): Promise<void> {
  const { tx, ctx, conversationId } = stage;
  const id = newId();
  const startedAt = ctx.clock.now();
  const turns = scheduleTurns(call);
  const parties = party(stage, call);
  await tx.call.create({ data: { ...parties, ...ending(stage, call), id } });
  await tx.callTurn.createMany({
    data: turns.map(({ speaker, text, from }, position) => ({
      ...{ tenantId: ctx.tenantId, id: newId(), callId: id, position, speaker, text },
      at: after(startedAt, from),
    })),
  });
  const told = {
    tenantId: ctx.tenantId,
    callId: id,
    from: parties.fromAddress,
    to: parties.toAddress,
    startedAt,
  };
  await tx.callTrace.createMany({ data: demoTraces(call, turns, told) });
  if (turns.length > 0) await keepRecording(stage, { id, call, turns });
  const isInbound = call.direction !== "outbound";
  await noteEntry(tx.sql, ctx, {
    conversationId,
    direction: isInbound ? "inbound" : "outbound",
    channel: call.outcome === "voicemail" ? "voicemail" : "call",
    preview: call.outcome === "missed" ? `Missed: ${call.summary}` : call.summary,
    numberId: stage.cast.numberId,
  });
}

type Told = { id: string; call: DemoCall; turns: SpokenTurn[] };

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + Math.round(seconds * 1000));
}

async function keepRecording({ tx, ctx }: Stage, { id: callId, call, turns }: Told): Promise<void> {
  const id = newId();
  const isVoicemail = call.outcome === "voicemail";
  const bytes = makeRecording(turns, call.seconds);
  const name = `recordings/${id}`;
  await storage.put({ tenantId: ctx.tenantId, name }, bytes);
  await tx.recording.create({
    data: {
      ...{ tenantId: ctx.tenantId, id, callId, carrierRecordingId: `demo-${id}`, state: "stored" },
      ...{ kind: isVoicemail ? "voicemail" : "call", seconds: call.seconds, bytes: bytes.byteLength },
      ...{ contentType: "audio/wav", storageKey: name, createdAt: after(ctx.clock.now(), call.seconds) },
      transcript: isVoicemail ? turns.map(({ text }) => text).join(" ") : null,
    },
  });
}

function party(
  { ctx, business, cast, story, conversationId, customerId }: Stage,
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

function ending({ ctx, business }: Stage, call: DemoCall) {
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
