export { keepWebhookEvent, type RawWebhook } from "./keep-webhook-event";
