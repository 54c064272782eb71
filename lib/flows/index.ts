export { askAgain, phrase } from "./graph/phrases";
export {
  type Around,
  defaultFlow,
  FlowGraph,
  type FlowInput,
  type FlowState,
  type Links,
} from "./graph/schema";
export { beginFlow, interpret } from "./interpret";
