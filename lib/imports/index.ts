export { exportCustomers, exportProblems } from "./export-customers";
export { openImport } from "./open-import";
export { cancelImport, startImport } from "./start-import";
export { getImport, listImportRows, listImports } from "./view-imports";
