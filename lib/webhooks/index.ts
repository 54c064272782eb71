export { callHooks } from "./calls";
export type { HookHandler } from "./hook";
export { type WebhookRoute, webhookRoutes } from "./table";
export { inboundText, inboundTextByNumber, textStatus } from "./texts";
export { type Addressee, carrierContext, unsafeAddressee } from "./unsafe-addressee";
export { unsafeLogForgery } from "./unsafe-log-forgery";
