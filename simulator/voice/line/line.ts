/** One thing a caller does. `after`: seconds from when it is next in turn, even while the other side still speaks. */
export type Act =
  | { say: string; after?: number }
  | { press: string; after?: number }
  | { wait: number }
  | { hangUp: true; after?: number };

/**
 * `announcement`: something is heard that only hanging up cuts short; `prompt`: something is heard that an answer cuts
 * short; `listening`: an answer is awaited; `recording`: a message has begun, and what is said next belongs to the next
 * question; `passive`: nothing to answer (ringing, hold music, a pause); `talking`: two
 * people are connected.
 */
export type Mode = "announcement" | "prompt" | "listening" | "recording" | "passive" | "talking";

/** A stretch of time on the line. */
export type Moment = {
  mode: Mode;
  seconds: number;
  /** Other programs act meanwhile, so time must really pass (sped up for a script). */
  isLive: boolean;
};

/** What the person did, and how far into the moment. */
export type Reaction = { after: number; did: { say: string } | { press: string } | { hangUp: true } };

/** The person at the other end of a call: a script, or someone at the handset page. */
export type Line = {
  /** Resolves with the first reaction, or with null when the moment passed without one. */
  react(moment: Moment): Promise<Reaction | null>;
  /** Ends the moment that runs, so many seconds into it; what the person would have done later is still to come. */
  stop(passed: number): void;
};
