export { beginFlow, interpret } from "./interpret";
export { phrase } from "./phrases";
export { type Around, defaultFlow, FlowGraph, type FlowInput, type FlowState, type Links } from "./schema";
