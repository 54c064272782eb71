export { disconnectAccount } from "./disconnect-account";
export { disconnectCarrier } from "./disconnect-carrier";
export { lastWebhook, readSetup } from "./read-setup";
export { type RingTarget, readCallRoutings, routeCalls } from "./route-calls";
export type { SetupState, SetupStep } from "./schema";
export { connectAccount, setUpAccount } from "./set-up-account";
export { buyPhone, importPhone } from "./take-number";
export { testIntegration } from "./test-integration";
export { listNumbersOfAccount, verifyAccount } from "./verify-account";
