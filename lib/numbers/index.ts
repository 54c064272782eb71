export { type NewNumber, unsafeAddNumber } from "./add-number";
export { buyNumber } from "./buy-number";
export { changeChannel, changeNumber } from "./change-number";
export { findChannel, listChannels } from "./find-channel";
export { loadNumber, type OwnNumber } from "./find-own-number";
export { type Imported, importNumber } from "./import-number";
export {
  type AccountNumber,
  listAccountNumbers,
  listNumbersWith,
  numbersOfConnection,
} from "./list-account-numbers";
export { listNumbers } from "./list-numbers";
export type { NumberSource } from "./open-account";
export { detachNumbers, type Released, releaseNumber } from "./release-number";
export type { AutoAssign, NumberChannel, NumberView } from "./schema";
export { type NumberOffers, searchNumbers } from "./search-numbers";
export { sharedNumber } from "./shared-number";
export { undoRelease } from "./undo-release";
export { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";
export { type NumberDrift, repairNumber, verifyNumber, verifyNumbers } from "./verify-numbers";
