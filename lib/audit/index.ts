export { type AuditRecord, recordAudit } from "./record-audit";
export { verifyAuditChain } from "./verify-audit-chain";
