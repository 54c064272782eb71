export { createFlow, removeFlow, renameFlow } from "./drawing/change-flows";
export { loadFlow } from "./drawing/load-flow";
export { publishFlow, rollBackFlow, saveDraft } from "./drawing/publish-flow";
export { getFlow, getVersion, listFlows } from "./drawing/read-flows";
export { walkThrough } from "./drawing/walk-through";
export { askAgain, phrase } from "./graph/phrases";
export type { Around, FlowInput, FlowState, Links, Played } from "./graph/schema";
export { defaultFlow, FlowGraph, ownSteps, stepOf } from "./graph/step";
export { beginFlow, interpret } from "./steps/interpret";
