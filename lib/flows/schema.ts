export {
  type DraftSaved,
  FlowChange,
  type FlowChoices,
  FlowDraft,
  type FlowRow,
  type FlowView,
  NewFlow,
  NewVersion,
  Publication,
  VersionParams,
  type VersionRow,
  type VersionView,
  Walk,
  type WalkInput,
  type WalkLine,
  type WalkView,
} from "./drawing/schema";
export type { FlowInput, FlowState } from "./graph/schema";
export { type Choice, FlowGraph, type Step, type StepKind, type Test } from "./graph/step";
