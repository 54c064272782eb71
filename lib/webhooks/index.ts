export { callHooks } from "./calls";
export { type HookHandler, hook } from "./hook";
export { type WebhookRoute, webhookRoutes } from "./table";
export { inboundText, inboundTextByNumber, textStatus, textStatusByNumber } from "./texts";
export { type Addressee, carrierContext, forgetAddressees, unsafeAddressee } from "./unsafe-addressee";
export { unsafeLogForgery } from "./unsafe-log-forgery";
