import type { DemoCall } from "./schema";

/** When something is said in a demo call, in seconds from its start. */
export type SpokenTurn = { speaker: DemoCall["turns"][number][0]; text: string; from: number; until: number };

const beforeFirst = 2;
const afterLast = 1.5;
const share = 0.86;

/** Spreads what is said over the length of a call: long sentences take longer, and people wait for each other. */
export function scheduleTurns({ turns, seconds }: Pick<DemoCall, "turns" | "seconds">): SpokenTurn[] {
  const letters = turns.reduce((sum, [, text]) => sum + text.length + 12, 0);
  const perLetter = Math.max(0, seconds - beforeFirst - afterLast) / Math.max(1, letters);
  let at = beforeFirst;
  return turns.map(([speaker, text]) => {
    const length = (text.length + 12) * perLetter;
    const turn = { speaker, text, from: at, until: at + length * share };
    at += length;
    return turn;
  });
}
