export { disconnectAccount } from "./disconnect-account";
export { lastWebhook, readSetup } from "./read-setup";
export type { SetupState, SetupStep } from "./schema";
export { connectAccount, setUpAccount } from "./set-up-account";
