export { beginErrand } from "./begin-errand";
export { openRealtime, type Realtime } from "./open-realtime";
export { rehearse } from "./rehearse";
export { askForReply, hearText } from "./replies/hear-text";
export { isOpenAt } from "./rules";
export type {
  BusinessFacts,
  CallAnalysis,
  Conversing,
  Dialog,
  Next,
  Said,
  ToolTrace,
  TurnHooks,
  TurnInput,
  TurnOutcome,
} from "./schema";
export { loadReceptionist } from "./settings/load-receptionist";
export { readDesk } from "./settings/read-desk";
export { saveAnswers } from "./settings/save-answers";
export { saveOffers } from "./settings/save-offers";
export { saveOpening } from "./settings/save-opening";
export { removeReceptionist, saveReceptionist } from "./settings/save-receptionist";
export { saveTargets } from "./settings/save-targets";
export { possibleTalk } from "./settings/talk-choices";
export { summariseCall } from "./summarise-call";
export { takeOfflineTurn } from "./take-offline-turn";
export { takeTurn } from "./take-turn";
