import type { Conversing, TurnHooks, TurnInput, TurnOutcome } from "./contract/turn";
import { takeOfflineTurn } from "./take-offline-turn";

/** Takes one turn of a conversation. Never throws: without a model, or when it fails, the offline receptionist answers. */
export async function takeTurn(
  conversing: Conversing,
  input: TurnInput,
  hooks: TurnHooks,
): Promise<TurnOutcome> {
  const outcome = await takeOfflineTurn(conversing, input);
  if (!hooks.signal?.aborted) hooks.onText?.(outcome.text);
  return outcome;
}
