export { type FlowGraph, type FlowInput, type FlowState, Step } from "./graph/schema";
