import type { Figures, Need } from "./schema";

/** A stretch of time in which nothing happened. */
export const noFigures: Figures = {
  ...{ calls: 0, outgoing: 0, answered: 0, voicemail: 0, missed: 0, textsIn: 0, textsOut: 0, booked: 0 },
  ...{ positive: 0, neutral: 0, negative: 0 },
};

/** The share of incoming calls that were taken, 0 to 1; null when none came in. A voicemail is not taken. */
export function answerRate({
  answered,
  voicemail,
  missed,
}: Pick<Figures, "answered" | "voicemail" | "missed">): number | null {
  const incoming = answered + voicemail + missed;
  return incoming === 0 ? null : answered / incoming;
}

const figureNames = [
  ...(["calls", "outgoing", "answered", "voicemail", "missed", "textsIn", "textsOut", "booked"] as const),
  ...(["positive", "neutral", "negative"] as const),
];

/** All figures of several stretches together. */
export function addFigures(stretches: readonly Figures[]): Figures {
  const sum = { ...noFigures };
  for (const stretch of stretches) for (const name of figureNames) sum[name] += stretch[name];
  return sum;
}

const urgency = { missed: 0, failed: 1, unread: 2 };

/** One line per conversation, for its most pressing reason; the newest first. */
export function oneNeedEach(needs: readonly Need[]): Need[] {
  const chosen = new Map<string, Need>();
  for (const need of needs) {
    const known = chosen.get(need.conversationId);
    if (!known || urgency[need.kind] < urgency[known.kind]) chosen.set(need.conversationId, need);
  }
  return [...chosen.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
}
