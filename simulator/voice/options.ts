import type { CallOptions } from "./call";

/** How a call is simulated unless it is asked for otherwise. */
export const defaultOptions: CallOptions = {
  speed: 30,
  patience: 300,
  isInteractive: false,
  isTolerant: false,
  vobizEmptyGather: "notify",
  language: null,
  signature: "genuine",
  isSeedSpelling: false,
  behaviours: new Map(),
};
