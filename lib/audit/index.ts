export { exportAudit, listAudit } from "./list-audit";
export { type AuditRecord, recordAudit } from "./record-audit";
export { recordPlatform } from "./record-platform";
export { verifyAuditChain } from "./verify-audit-chain";
