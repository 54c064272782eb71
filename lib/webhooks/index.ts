export { type HookHandler, hook } from "./hook";
export { type WebhookRoute, webhookRoutes } from "./table";
export { inboundText, inboundTextByNumber, textStatus, textStatusByNumber } from "./texts";
export { forgetAddressees } from "./unsafe-addressee";
