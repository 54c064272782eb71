export { type Exit, exitsOf, reachable, withExit } from "./graph/exits";
export { kindName, nameOf } from "./graph/step-words";
export { canServe, type PaymentGap, type Problem, validateFlow } from "./graph/validate";
