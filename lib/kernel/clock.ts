/** Where verbs get the time from, so that a test decides what time it is. */
export type Clock = { now(): Date };

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export type FixedClock = Clock & {
  /** Moves the clock forward by so many milliseconds; a negative number moves it back. */
  advance(milliseconds: number): void;
  /** Sets the clock to a moment. */
  set(date: Date | string): void;
};

/** A clock for tests, standing at the given moment (a Date or an ISO 8601 text). */
export function fixedClock(date: Date | string): FixedClock {
  let current = new Date(date).getTime();
  return {
    now: () => new Date(current),
    advance: (milliseconds) => {
      current += milliseconds;
    },
    set: (next) => {
      current = new Date(next).getTime();
    },
  };
}
