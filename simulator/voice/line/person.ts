import type { InteractiveLine } from "./interactive-line";

/** Somebody real whose phone or browser rings during a dial. */
export type Person = {
  line: InteractiveLine;
  /** Begins to ring. */
  start(): void;
  /** Stops ringing: somebody else took it, the caller is gone, or it rang long enough. */
  stop(): void;
};
