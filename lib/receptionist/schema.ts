export type { BusinessFacts } from "./contract/facts";
export {
  Abilities,
  ConversationLimits,
  type ReceptionistView,
  type RecordingMode,
  recordingModes,
  type TalkMode,
  talkModes,
} from "./contract/settings";
export {
  type ActionKind,
  actionKinds,
  type CallAnalysis,
  type CallToSummarise,
  type Conversing,
  type Dialog,
  type Next,
  type Said,
  type ToolTrace,
  type TurnHooks,
  type TurnInput,
  type TurnOutcome,
} from "./contract/turn";
export {
  KnownAnswers,
  NumberQuery,
  Offers,
  OpeningTimes,
  type ReceptionistDesk,
  ReceptionistSettings,
  Rehearsal,
  RehearsalReply,
  SaveReceptionist,
  TransferTargets,
} from "./settings/schema";
