import { noteEntry } from "@/lib/conversations";
import { newId } from "@/lib/kernel/ids";
import type { DemoCall } from "./schema";
import type { Stage } from "./tell-story";

const secondsPerTurn = 6;

/** Writes a finished call with its transcript into a demo conversation. */
export async function tellCall(stage: Stage, call: DemoCall): Promise<void> {
  const { tx, ctx, conversationId } = stage;
  const id = newId();
  await tx.call.create({ data: { ...party(stage, call), ...ending(stage, call), id } });
  await tx.callTurn.createMany({
    data: call.turns.map(([speaker, text], position) => ({
      ...{ tenantId: ctx.tenantId, id: newId(), callId: id, position, speaker, text },
      at: new Date(ctx.clock.now().getTime() + (4 + position * secondsPerTurn) * 1000),
    })),
  });
  const isInbound = call.direction !== "outbound";
  await noteEntry(tx.sql, ctx, {
    conversationId,
    direction: isInbound ? "inbound" : "outbound",
    channel: call.outcome === "voicemail" ? "voicemail" : "call",
    preview: call.outcome === "missed" ? `Missed: ${call.summary}` : call.summary,
    numberId: stage.cast.numberId,
  });
}

function party(
  { ctx, business, cast, story, conversationId, customerId }: Stage,
  { direction = "inbound" }: DemoCall,
) {
  const [from, to] = [story.customer.phone, business.number.e164];
  return {
    ...{ tenantId: ctx.tenantId, conversationId, customerId, numberId: cast.numberId, direction },
    ...{ carrier: business.number.carrier, carrierCallId: `demo-${newId()}` },
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
    ...{ answeredBy: call.answeredBy, endedBy: "caller", talk: "gather", language: business.locale },
    ...{
      summary: call.summary,
      sentimentLabel: call.sentiment.label,
      sentimentScore: call.sentiment.score,
      actionItems: call.actions ?? [],
    },
    ...{
      startedAt,
      answeredAt: isMissed ? null : new Date(startedAt.getTime() + 2_000),
      durationSeconds: call.seconds,
    },
    ...{ endedAt: new Date(startedAt.getTime() + call.seconds * 1000), analysedAt: startedAt },
  };
}
