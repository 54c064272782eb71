/** Time as the simulator sees it: one source for reading it and for waiting on it, so that tests can own both. */
export type Clock = {
  now(): Date;
  /** Calls `work` once, `milliseconds` from now. Returns a function that calls it off. */
  after(milliseconds: number, work: () => void): () => void;
};

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until a test moves it; due work runs in order of its time. */
export type ManualClock = Clock & { advance(milliseconds: number): void };

/** Starts a manual clock at `start`. */
export function manualClock(start: Date): ManualClock {
  let time = start.getTime();
  let waiting: { at: number; work: () => void }[] = [];
  const takeNextDue = (until: number) => {
    const next = waiting.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
    waiting = waiting.filter((entry) => entry !== next);
    return next;
  };
  return {
    now: () => new Date(time),
    after(milliseconds, work) {
      const entry = { at: time + milliseconds, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(milliseconds) {
      const until = time + milliseconds;
      for (let next = takeNextDue(until); next; next = takeNextDue(until)) {
        time = Math.max(time, next.at);
        next.work();
      }
      time = until;
    },
  };
}
