import type { Bar, Figures, Promised, World } from "./bar";
import { quantile } from "./measure";

/** Floor and subject of one round. */
export type Round = { floor: Figures; subject: Figures };

/** How a promise was kept. `verdict` is missed when the median and four of five rounds miss. */
export type Verdict = {
  promise: Promised;
  median: number;
  lowest: number;
  highest: number;
  floorMedian: number;
  subjectMedian: number;
  verdict: "stretch" | "reached" | "missed";
};

/** Runs floor and subject in turns, the one that begins changing, and forgets the first round. */
export async function compete(bar: Bar, world: World): Promise<Verdict[]> {
  const contest = await bar.open(world);
  const rounds: Round[] = [];
  try {
    for (let index = 0; index <= (bar.rounds ?? 5); index += 1) {
      const round = await playRound(contest, bar.seconds ?? 3, index % 2 === 0);
      if (index > 0) rounds.push(round);
    }
  } finally {
    await contest.close();
  }
  return bar.promises.map((promise) => judge(promise, rounds));
}

async function playRound(
  contest: { floor(seconds: number): Promise<Figures>; subject(seconds: number): Promise<Figures> },
  seconds: number,
  floorFirst: boolean,
): Promise<Round> {
  if (floorFirst) return { floor: await contest.floor(seconds), subject: await contest.subject(seconds) };
  const subject = await contest.subject(seconds);
  return { floor: await contest.floor(seconds), subject };
}

/** Judges the rounds of one promise. */
export function judge(promise: Promised, rounds: readonly Round[]): Verdict {
  const floors = rounds.map(({ floor }) => floor[promise.figure] ?? Number.NaN);
  const subjects = rounds.map(({ subject }) => subject[promise.figure] ?? Number.NaN);
  const results =
    promise.as === "value" ? subjects : subjects.map((value, index) => value / (floors[index] ?? Number.NaN));
  const median = quantile(results, 0.5);
  const missing = results.filter((result) => !keeps(promise, result, promise.reach)).length;
  const isMissed = !keeps(promise, median, promise.reach) && missing >= Math.ceil(rounds.length * 0.8);
  const isStretched = promise.stretch !== undefined && keeps(promise, median, promise.stretch);
  return {
    ...{ promise, median, lowest: Math.min(...results), highest: Math.max(...results) },
    ...{ floorMedian: quantile(floors, 0.5), subjectMedian: quantile(subjects, 0.5) },
    verdict: isMissed ? "missed" : isStretched ? "stretch" : "reached",
  };
}

/** NaN keeps nothing. */
function keeps({ be }: Promised, result: number, limit: number): boolean {
  return be === "at most" ? result <= limit : result >= limit;
}
