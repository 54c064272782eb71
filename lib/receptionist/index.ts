export { loadReceptionist } from "./load-receptionist";
export { openRealtime, type Realtime } from "./open-realtime";
export { isOpenAt } from "./rules";
export type {
  BusinessFacts,
  CallAnalysis,
  CallToSummarise,
  Conversing,
  Dialog,
  Next,
  ReceptionistView,
  Said,
  ToolTrace,
  TurnHooks,
  TurnInput,
  TurnOutcome,
} from "./schema";
export { summariseCall } from "./summarise-call";
export { takeOfflineTurn } from "./take-offline-turn";
export { takeTurn } from "./take-turn";
