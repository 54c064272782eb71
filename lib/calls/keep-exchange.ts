import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import type { TurnOutcome } from "@/lib/receptionist";
import { announceTurn } from "./keep-spoken";
import { keepTurn } from "./keep-state";
import { traceCall } from "./trace";
import { tracesOf } from "./traces-of";

/** What was said and answered in one turn of a socket session. */
export type Exchange = {
  turnId: string;
  said: string;
  replied: string;
  isInterrupted: boolean;
  outcome: TurnOutcome | null;
};

/** Writes one exchange of a socket session: transcript, X-ray, and what the flow must know when the session ends. */
export async function keepExchange(sql: Sql, ctx: Ctx, callId: string, turn: Exchange): Promise<void> {
  const call = await sql.one<{ conversationId: string | null }>(
    `SELECT conversation_id AS "conversationId" FROM calls WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, callId],
  );
  if (!call) return;
  const shown = { id: callId, conversationId: call.conversationId };
  if (turn.said) {
    await keepTurn(sql, ctx, callId, { id: turn.turnId, speaker: "caller", text: turn.said });
    await announceTurn(sql, ctx, shown, "caller", turn.said);
  }
  if (turn.replied) {
    await keepTurn(sql, ctx, callId, { id: newId(), speaker: "assistant", text: turn.replied });
    await announceTurn(sql, ctx, shown, "assistant", turn.replied);
  }
  if (!turn.outcome) return traceCall(sql, ctx, callId, { kind: "note", title: "The caller interrupted" });
  await traceCall(sql, ctx, callId, ...tracesOf(turn.outcome));
  await keepDialog(sql, ctx, callId, turn.outcome);
}

async function keepDialog(sql: Sql, ctx: Ctx, callId: string, outcome: TurnOutcome): Promise<void> {
  const tools = outcome.tools.map(({ name, ok }) => ({ name, ok }));
  await sql.run(
    `UPDATE call_states SET updated_at = $5::timestamptz, state = jsonb_set(jsonb_set(jsonb_set(state, '{flow,dialog}', $3::jsonb),
        '{flow,turns}', to_jsonb(coalesce((state #>> '{flow,turns}')::int, 0) + 1)), '{tools}', coalesce(state -> 'tools', '[]'::jsonb) || $4::jsonb)
      WHERE tenant_id = $1::uuid AND call_id = $2::uuid`,
    [ctx.tenantId, callId, JSON.stringify(outcome.dialog), JSON.stringify(tools), ctx.clock.now()],
  );
}
