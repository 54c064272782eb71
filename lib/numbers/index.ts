export { type NewNumber, unsafeAddNumber } from "./add-number";
export { findChannel, listChannels } from "./find-channel";
export { listNumbers } from "./list-numbers";
export type { AutoAssign, NumberChannel, NumberView } from "./schema";
export { sharedNumber } from "./shared-number";
export { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";
