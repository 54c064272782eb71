export { checkDestination } from "./check-destination";
export { issueToken } from "./issue-token";
export { readOwnCall } from "./read-own-call";
export { registerDevice } from "./register-device";
export { sayPresence } from "./say-presence";
export { showRing } from "./show-ring";
