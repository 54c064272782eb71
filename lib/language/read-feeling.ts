import { holds } from "./phrase";
import { plainWords } from "./plain-words";
import { feelings, strengtheners, turners } from "./words/feelings";

/** A mood, score from -1 (furious) to 1 (delighted). */
export type Feeling = { label: "positive" | "neutral" | "negative"; score: number };

/** "No, thanks" turns something down and is polite all the same. */
const thanks = /^(?:thank|धन्यवाद|शुक्रिया|dhanyava|shukriya|gracias|muchas gracias)/;

/** The mood of everything somebody said, by the words they used; the end of a conversation counts double. */
export function readFeeling(lines: readonly string[]): Feeling {
  const scores = lines.map((line) => scoreOf(plainWords(line)));
  const weighted = scores.map((score, index) =>
    index === scores.length - 1 && scores.length > 1 ? score * 2 : score,
  );
  const total = weighted.reduce((sum, score) => sum + score, 0);
  const score = Math.round(Math.tanh(total / 6) * 100) / 100;
  return {
    score: score === 0 ? 0 : score,
    label: score >= 0.2 ? "positive" : score <= -0.2 ? "negative" : "neutral",
  };
}

function scoreOf(words: string): number {
  return feelings.reduce((sum, [phrase, weight]) => {
    if (!holds(words, phrase)) return sum;
    const isTurned = turners.some(
      (turner) =>
        holds(words, `${turner} ${phrase}`) || holds(words, `${turner} very|so|really|a|the|muy ${phrase}`),
    );
    const isStrong = strengtheners.some((word) => holds(words, `${word} ${phrase}`));
    const turned = thanks.test(phrase) ? 0 : -0.5 * weight;
    return sum + (isTurned ? turned : weight) * (isStrong ? 1.5 : 1);
  }, 0);
}
