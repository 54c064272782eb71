export { createKey } from "./create-key";
export { type KeyView, listKeys } from "./list-keys";
export { readKey } from "./read-key";
export { revokeKey } from "./revoke-key";
