export type { BusinessFacts } from "./contract/facts";
export {
  ConversationLimits,
  type ReceptionistView,
  type RecordingMode,
  type TalkMode,
} from "./contract/settings";
export type {
  ActionKind,
  CallAnalysis,
  CallToSummarise,
  Conversing,
  Dialog,
  Next,
  Said,
  ToolTrace,
  TurnHooks,
  TurnInput,
  TurnOutcome,
} from "./contract/turn";
export {
  KnownAnswers,
  NumberQuery,
  Offers,
  OneNumber,
  OpeningTimes,
  type ReceptionistDesk,
  ReceptionistSettings,
  Rehearsal,
  RehearsalReply,
  SaveReceptionist,
  TransferTargets,
} from "./settings/schema";
export type { TalkChoices } from "./settings/talk-rules";
