export { findOwnMember } from "./find-own-member";
export { keepPresence } from "./keep-presence";
export { listPresent } from "./list-present";
