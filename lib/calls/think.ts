import { setTimeout as delay } from "node:timers/promises";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import {
  type Conversing,
  type TurnInput,
  type TurnOutcome,
  takeOfflineTurn,
  takeTurn,
} from "@/lib/receptionist";

type Thought = { promise: Promise<TurnOutcome>; abort: AbortController };

// The web process loads this module twice; a turn begun by one copy must be found by the other.
const home = globalThis as typeof globalThis & { trunklineThoughts?: Map<string, Thought> };
home.trunklineThoughts ??= new Map();
const thoughts = home.trunklineThoughts;

/**
 * Begins a turn in the background. Its result is kept with the call, so that any process can serve the webhook that
 * picks it up.
 */
export function beginThinking(conversing: Conversing, input: TurnInput): void {
  const abort = new AbortController();
  const promise = takeTurn(conversing, input, { signal: abort.signal });
  thoughts.set(input.turnId, { promise, abort });
  promise
    .then((outcome) => keepThought(conversing.ctx, conversing.callId, input.turnId, outcome))
    .catch(() => {}) // the database is gone; the next webhook says so
    .finally(() => setTimeout(() => thoughts.delete(input.turnId), 30_000).unref());
}

/** Waits for a turn's result until a deadline; null when it is not there yet. */
export async function awaitThought(turnId: string, milliseconds: number): Promise<TurnOutcome | null> {
  const thought = thoughts.get(turnId);
  if (!thought) return null;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), null);
  });
  return Promise.race([thought.promise, late]).finally(() => clearTimeout(timer));
}

const lookAgainMilliseconds = 120;

/**
 * Waits for the result of a turn that another process thinks about, until a deadline. Null when there is none by then, or
 * when somebody else has told it to the carrier meanwhile.
 */
export async function awaitThoughtElsewhere(
  ctx: Ctx,
  { callId, turnId }: { callId: string; turnId: string },
  milliseconds: number,
): Promise<TurnOutcome | null> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const row = await withTenantSql(ctx, (sql) =>
      sql.one<{ thinking: string | null; outcome: TurnOutcome | null }>(
        `SELECT state #>> '{thinking,turnId}' AS thinking, CASE WHEN state #>> '{thought,turnId}' = $3 THEN state #> '{thought,outcome}' END AS outcome
           FROM call_states WHERE tenant_id = $1::uuid AND call_id = $2::uuid`,
        [ctx.tenantId, callId, turnId],
      ),
    );
    if (row?.thinking !== turnId || row.outcome) return row?.outcome ?? null;
    if (performance.now() + lookAgainMilliseconds > until) return null;
    await delay(lookAgainMilliseconds);
  }
}

/** Whether this process is thinking about a turn. */
export function isThinkingHere(turnId: string): boolean {
  return thoughts.has(turnId);
}

/** Gives a turn up: the caller hung up, or has waited too long. */
export function stopThinking(turnId: string): void {
  thoughts.get(turnId)?.abort.abort();
}

/** The answer that is always there: the offline receptionist's. */
export function thinkOffline(conversing: Conversing, input: TurnInput): Promise<TurnOutcome> {
  return takeOfflineTurn(conversing, input);
}

async function keepThought(
  ctx: Ctx,
  callId: string | null,
  turnId: string,
  outcome: TurnOutcome,
): Promise<void> {
  if (!callId) return;
  await withTenantSql(ctx, (sql) =>
    sql.run(
      `UPDATE call_states SET state = jsonb_set(state, '{thought}', $4::jsonb) WHERE tenant_id = $1::uuid AND call_id = $2::uuid
          AND state #>> '{thinking,turnId}' = $3`,
      [ctx.tenantId, callId, turnId, JSON.stringify({ turnId, outcome })],
    ),
  );
}
