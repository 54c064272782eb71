/** What a call does with its instructions. */
export { runCall, type Source } from "./documents";
export { performSteps } from "./perform";
