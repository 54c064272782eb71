import type { HookHandler } from "./hook";
import { inboundText, inboundTextByNumber, textStatus, textStatusByNumber } from "./texts";

/** One webhook URL. Aliases of other products end in the same handler as their canonical route. */
export type WebhookRoute = { method: "GET" | "POST"; path: string; answer: HookHandler };

const canonical: readonly Omit<WebhookRoute, "method">[] = [
  { path: "/api/twilio/{slug}/sms", answer: inboundText },
  { path: "/api/twilio/{slug}/whatsapp", answer: inboundText },
  { path: "/api/twilio/{slug}/message-status", answer: textStatus },
  { path: "/api/twilio/{slug}/message-status/{messageId}", answer: textStatus },
  { path: "/api/webhooks/twilio", answer: inboundTextByNumber },
];

// Where businesses that move over have pointed their numbers; nobody need touch a carrier console.
const aliases: readonly Omit<WebhookRoute, "method">[] = [
  { path: "/connect/webhook/twilio/sms", answer: inboundTextByNumber },
  { path: "/webhooks/sms/twilio", answer: textStatusByNumber },
];

/** Every carrier webhook. Carriers ask with POST unless a number was set to GET; both are signed. */
export const webhookRoutes: readonly WebhookRoute[] = [...canonical, ...aliases].flatMap((route) => [
  { ...route, method: "POST" as const },
  { ...route, method: "GET" as const },
]);
