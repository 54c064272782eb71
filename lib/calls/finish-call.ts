import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { type CallAnalysis, type Said, summariseCall } from "@/lib/receptionist";
import { type CallOutcome, type CallStatusName, explainMissed, judgeCall } from "./rules";
import type { CallSetup, KeptState } from "./schema";
import { traceCall } from "./trace";

type Finished = {
  direction: "inbound" | "outbound";
  status: CallStatusName;
  conversationId: string | null;
  customerId: string | null;
  durationSeconds: number | null;
  analysedAt: Date | null;
  setup: CallSetup | null;
  kept: KeptState | null;
  turns: Said[];
  hasVoicemail: boolean;
  placed: { state: string; reached: string | null } | null;
};

/**
 * What follows a call: its outcome and, for a missed one, why; summary, sentiment, what was booked and promised; the
 * line in the inbox. May run again: each part is written once.
 */
export async function finishCall(ctx: Ctx, input: { callId: string }): Promise<void> {
  const call = await readFinished(ctx, input.callId);
  if (!call || call.analysedAt) return;
  const outcome = judge(call);
  const analysis = await analyse(call, outcome);
  await write(ctx, input.callId, call, outcome, analysis);
}

function judge(call: Finished): CallOutcome {
  const { kept } = call;
  return judgeCall({
    ...{
      direction: call.direction,
      status: call.status,
      seconds: call.durationSeconds ?? 0,
      hasVoicemail: call.hasVoicemail,
    },
    ...{
      flowOutcome: kept?.flow.outcome ?? null,
      flowPhase: kept?.flow.phase ?? "new",
      // Whoever talked with the receptionist was served, unless they were then left to wait in vain.
      flowMissed: kept ? missedBy(kept) : unheard(call),
      tools: kept?.tools ?? [],
    },
    placed: call.placed,
    callerTurns: call.turns.filter((turn) => turn.speaker === "caller").length,
  });
}

function missedBy({ flow }: KeptState): string | null {
  const isMissed = flow.turns === 0 || flow.missed === "abandoned_in_queue";
  return isMissed ? (flow.missed ?? null) : null;
}

/** A call without a state was over before it began. */
function unheard({ direction }: Finished): string | null {
  return direction === "inbound" ? "ended_unheard" : null;
}

async function analyse(call: Finished, outcome: CallOutcome): Promise<CallAnalysis> {
  if (outcome.missedReason) {
    return {
      summary: explainMissed(outcome.missedReason),
      sentiment: { label: "neutral", score: 0 },
      actions: [],
      source: "offline",
    };
  }
  if (outcome.outcome === "message_left") {
    return {
      summary: "A machine answered, and the receptionist left the message.",
      ...{ sentiment: { label: "neutral", score: 0 }, actions: [], source: "offline" },
    };
  }
  return summariseCall({
    turns: call.turns,
    language: call.kept?.flow.language ?? "en-US",
    tools: call.kept?.tools ?? [],
    outcome: outcome.outcome,
  });
}

async function write(
  ctx: Ctx,
  callId: string,
  call: Finished,
  outcome: CallOutcome,
  analysis: CallAnalysis,
): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    const written = await sql.run(
      `UPDATE calls SET outcome = $3, missed_reason = $4, answered_by = $5, ended_by = coalesce(ended_by, $6), summary = $7,
          sentiment_label = $8, sentiment_score = $9::float8, action_items = $10::jsonb, language = $11, talk = $12, analysed_at = $13::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND analysed_at IS NULL`,
      [
        ctx.tenantId,
        callId,
        outcome.outcome,
        outcome.missedReason,
        outcome.answeredBy,
        outcome.endedBy,
        analysis.summary,
        analysis.sentiment.label,
        analysis.sentiment.score,
        JSON.stringify(analysis.actions),
        call.kept?.flow.language ?? null,
        call.setup?.receptionist.talk ?? null,
        ctx.clock.now(),
      ],
    );
    if (written === 0) return;
    await showInInbox();
    await traceCall(sql, ctx, callId, {
      kind: "job",
      title: "Summary written",
      data: { source: analysis.source, outcome: outcome.outcome },
    });
    const subject = {
      callId,
      ...(call.conversationId ? { conversationId: call.conversationId } : {}),
      ...(call.customerId ? { customerId: call.customerId } : {}),
    };
    await emit(sql, ctx, {
      kind: "call.analysed",
      subject,
      data: { outcome: outcome.outcome, missedReason: outcome.missedReason, direction: call.direction },
    });

    async function showInInbox(): Promise<void> {
      const isMissed = outcome.outcome === "missed" && call.direction === "inbound";
      const preview = isMissed ? `Missed call. ${analysis.summary}` : analysis.summary;
      await sql.run(
        `UPDATE conversations SET last_entry_preview = left($3, 160), last_entry_channel = $4 WHERE tenant_id = $1::uuid AND id = $2::uuid
            AND last_entry_channel IN ('call', 'voicemail')`,
        [ctx.tenantId, call.conversationId, preview, outcome.outcome === "voicemail" ? "voicemail" : "call"],
      );
    }
  });
}

function readFinished(ctx: Ctx, callId: string): Promise<Finished | null> {
  return withTenantSql(ctx, (sql) =>
    sql.one<Finished>(
      `SELECT c.direction, c.status, c.conversation_id AS "conversationId", c.customer_id AS "customerId", c.duration_seconds AS "durationSeconds",
          c.analysed_at AS "analysedAt", s.setup, s.state AS kept,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('speaker', CASE t.speaker WHEN 'caller' THEN 'caller' ELSE 'assistant' END, 'text', t.text)
              ORDER BY t.position), '[]'::jsonb) FROM call_turns t WHERE t.tenant_id = c.tenant_id AND t.call_id = c.id) AS turns,
          EXISTS (SELECT FROM recordings r WHERE r.tenant_id = c.tenant_id AND r.call_id = c.id AND r.kind = 'voicemail') AS "hasVoicemail",
          (SELECT jsonb_build_object('state', p.state, 'reached', p.reached) FROM placed_calls p
            WHERE p.tenant_id = c.tenant_id AND p.call_id = c.id) AS placed
         FROM calls c LEFT JOIN call_states s ON s.tenant_id = c.tenant_id AND s.call_id = c.id
        WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid AND c.ended_at IS NOT NULL`,
      [ctx.tenantId, callId],
    ),
  );
}
