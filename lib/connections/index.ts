export { type Disconnection, disconnectConnection } from "./disconnect-connection";
export { listConnections } from "./list-connections";
export { applicationSid, type Made, makeApplication } from "./make-application";
export { makeKey } from "./make-key";
export {
  listPlatformAccounts,
  removePlatformAccount,
  savePlatformAccount,
  testPlatformAccount,
} from "./manage-platform";
export { type ConnectionObject, claimObject, listObjects, settleObject } from "./objects";
export { listWebhookConnections, openConnection } from "./open-connection";
export { forgetPlatformAccounts } from "./platform-account";
export { platformConnection } from "./platform-connection";
export { platformSender } from "./platform-sender";
export { rotateCredentials } from "./rotate-credentials";
export { saveConnection } from "./save-connection";
export type { ConnectionView, OpenConnection } from "./schema";
export { setPool } from "./set-pool";
export { tellOutcome } from "./tell-outcome";
export { type ConnectionTest, testConnection } from "./test-connection";
export { connectionWith, requireCarrier, type Verification, verifyCredentials } from "./verify-credentials";
