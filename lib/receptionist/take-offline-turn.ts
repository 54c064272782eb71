import type { Conversing, TurnInput, TurnOutcome } from "./contract/turn";

/** Takes one turn without a model. Never throws. */
export async function takeOfflineTurn(conversing: Conversing, input: TurnInput): Promise<TurnOutcome> {
  return {
    text: `You have reached ${conversing.facts.business.name}. Can I take a message?`,
    next: { do: "listen" },
    dialog: input.dialog,
    source: "offline",
    tools: [],
    firstTokenMilliseconds: null,
  };
}
