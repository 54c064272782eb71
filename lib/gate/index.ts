export { mayStillCall, passCallGate, previewCall } from "./judge-call";
export { mayInsist, passGate, previewText, type TenantAtGate, type TextAtGate } from "./judge-text";
export { requirePassed } from "./require-passed";
export type { Instead, Refusal, TextFacts, Verdict } from "./schema";
