import { fitOf, tellingWords, weightsAmong } from "@/lib/language";
import type { Desk } from "./desk";

const sure = 0.85;
const likely = 0.5;

/** The business's own answer to a question; `isSure` when the question is nearly word for word a known one. */
export function findAnswer(desk: Desk): { answer: string; isSure: boolean } | null {
  const { answers } = desk.conversing.facts;
  const weightOf = weightsAmong(answers.map((one) => one.question));
  const best = answers
    .map(({ question, answer }) => ({ answer, score: fitOf(desk.input.said, question, weightOf) }))
    .sort((a, b) => b.score - a.score)[0];
  if (best && best.score >= likely) return { answer: best.answer, isSure: best.score >= sure };
  return fromAnswers(desk) ?? fromFacts(desk);
}

/** A question whose words stand in an answer rather than in its question ("do you take Cigna?"). */
function fromAnswers(desk: Desk): { answer: string; isSure: boolean } | null {
  const found = bestSentence(
    desk,
    desk.conversing.facts.answers.map((one) => `${one.question} ${one.answer}`),
  );
  const entry = found === null ? undefined : desk.conversing.facts.answers[found];
  return entry ? { answer: entry.answer, isSure: false } : null;
}

/** A sentence of the free text about the business. */
function fromFacts(desk: Desk): { answer: string; isSure: boolean } | null {
  const sentences = desk.conversing.receptionist.facts
    .split(/(?<=[.!?।])\s+|\n+/)
    .filter((one) => one.trim() !== "");
  const found = bestSentence(desk, sentences);
  const sentence = found === null ? undefined : sentences[found];
  return sentence ? { answer: sentence.trim(), isSure: false } : null;
}

/** The text that holds at least half of the question's telling words. */
function bestSentence(desk: Desk, texts: readonly string[]): number | null {
  const asked = tellingWords(desk.input.said);
  if (asked.length === 0 || asked.length > 8) return null;
  const counts = texts.map((text) => {
    const known = tellingWords(text);
    return asked.filter((word) => word.length > 2 && known.includes(word)).length;
  });
  const most = Math.max(0, ...counts);
  return most > 0 && most / asked.length >= 0.5 ? counts.indexOf(most) : null;
}
