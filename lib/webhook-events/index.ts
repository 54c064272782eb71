export { claimNonce } from "./claim-nonce";
export { keepWebhookEvent, type RawWebhook } from "./keep-webhook-event";
