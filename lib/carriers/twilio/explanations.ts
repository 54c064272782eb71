import type { ExplanationTable } from "../ports/explanation";

/** Twilio error codes in words. */
export const explanations: ExplanationTable = {};
