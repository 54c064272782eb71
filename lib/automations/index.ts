export { heardKinds, hearEvent } from "./engine/hear-event";
export { listRuns } from "./list-runs";
export { lookBack } from "./look-back";
export { getAutomation, listAutomations, readWebhookSecret } from "./read-automations";
export {
  changeAutomation,
  createAutomation,
  removeAutomation,
  switchAutomation,
} from "./save-automation";
