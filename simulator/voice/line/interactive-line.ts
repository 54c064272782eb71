import type { Line, Mode, Moment, Reaction } from "./line";

/** What arrives from the handset page. `heard`: the page has finished speaking the prompt. */
export type Input = Reaction["did"] | { heard: true } | { answer: boolean };

export type InteractiveLine = Line & {
  input(input: Input): void;
  /** Whether a ringing phone was picked up (true) or turned down. */
  picked: Promise<boolean>;
};

type Heeded = Exclude<Input, { answer: boolean }>;

export type RealTime = {
  /** Seconds, ever growing. */
  seconds: () => number;
  /** Calls `work` after so many milliseconds; the answer calls it off. */
  after: (milliseconds: number, work: () => void) => () => void;
};

/** A person at the handset page: time is real, and a key or a word given too early waits for the next question. */
export function interactiveLine(time: RealTime): InteractiveLine {
  let early: Reaction["did"][] = [];
  let current: { take: (input: Heeded) => boolean; stop: () => boolean } | null = null;
  const { promise: picked, resolve: pick } = Promise.withResolvers<boolean>();
  return {
    picked,
    input(input) {
      if ("hangUp" in input) pick(false);
      if ("answer" in input) {
        pick(input.answer);
        return;
      }
      if (!current?.take(input) && !("heard" in input)) early.push(input);
    },
    stop: () => void current?.stop(),
    react(moment) {
      const did = early.find((input) => cuts(input, moment.mode));
      if (did) {
        early = early.filter((input) => input !== did);
        return Promise.resolve({ after: 0, did });
      }
      return new Promise((resolve) => {
        const begun = time.seconds();
        const finish = (reaction: Reaction | null) => {
          callOff();
          if (current === mine) current = null;
          resolve(reaction);
          return true;
        };
        const callOff = time.after(longestWait(moment) * 1000, () => finish(null));
        const take = (input: Heeded) => {
          if ("heard" in input) return isSpoken(moment.mode) ? finish(null) : false;
          return cuts(input, moment.mode) ? finish({ after: time.seconds() - begun, did: input }) : false;
        };
        const mine = { take, stop: () => finish(null) };
        current = mine;
      });
    },
  };
}

function cuts(input: Reaction["did"], mode: Mode): boolean {
  return "hangUp" in input || (mode !== "announcement" && mode !== "passive");
}

function isSpoken(mode: Mode): boolean {
  return mode === "announcement" || mode === "prompt";
}

/** The page says when it has spoken a prompt to the end; a page that never says so must not hold the call. */
function longestWait({ mode, seconds }: Moment): number {
  return isSpoken(mode) ? seconds * 1.6 + 1 : seconds;
}
