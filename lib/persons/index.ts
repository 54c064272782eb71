export { erasePerson } from "./erase-person";
export { exportPerson } from "./export-person";
export { findSurvivor, listMerges } from "./list-merges";
export { mergeCustomers } from "./merge-customers";
export { unmergeCustomers } from "./unmerge-customers";
