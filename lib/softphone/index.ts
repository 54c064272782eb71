export { issueToken } from "./issue-token";
export { registerDevice } from "./register-device";
export { showRing } from "./show-ring";
