export { checkDestination } from "./check-destination";
export { issueToken } from "./issue-token";
export { readOwnCall } from "./read-own-call";
export { registerDevice } from "./register-device";
export { showRing } from "./show-ring";
