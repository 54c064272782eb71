export type { FlowGraph, FlowInput, FlowState } from "./graph/schema";
