export { issueToken } from "./issue-token";
export { listOwnNumbers, registerDevice } from "./register-device";
export { showRing } from "./show-ring";
