export { listWebhookConnections, openConnection } from "./open-connection";
export { platformConnection } from "./platform-connection";
export type { OpenConnection } from "./schema";
