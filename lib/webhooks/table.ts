import { callHooks } from "./calls";
import type { HookHandler } from "./hook";
import { inboundText, inboundTextByNumber, textStatus, textStatusByNumber } from "./texts";

/** One webhook URL. Aliases of other products end in the same handler as their canonical route. */
export type WebhookRoute = { method: "GET" | "POST"; path: string; answer: HookHandler };

const twilio = callHooks("twilio");
const vobiz = callHooks("vobiz");

const canonical: readonly Omit<WebhookRoute, "method">[] = [
  { path: "/api/twilio/{slug}/sms", answer: inboundText },
  { path: "/api/twilio/{slug}/whatsapp", answer: inboundText },
  { path: "/api/twilio/{slug}/message-status", answer: textStatus },
  { path: "/api/twilio/{slug}/message-status/{messageId}", answer: textStatus },
  { path: "/api/webhooks/twilio", answer: inboundTextByNumber },
  { path: "/api/twilio/{slug}/answer", answer: twilio.answer },
  { path: "/api/twilio/{slug}/gather", answer: twilio.input },
  { path: "/api/twilio/{slug}/status", answer: twilio.status },
  { path: "/api/twilio/{slug}/dialed", answer: twilio.dialed },
  { path: "/api/twilio/{slug}/recorded", answer: twilio.recorded },
  { path: "/api/twilio/{slug}/recording-status", answer: twilio.recording },
  { path: "/api/twilio/{slug}/transcription-status", answer: twilio.transcription },
  { path: "/api/twilio/{slug}/session", answer: twilio.session },
  { path: "/api/vobiz/{slug}/answer", answer: vobiz.answer },
  { path: "/api/vobiz/{slug}/input", answer: vobiz.input },
  { path: "/api/vobiz/{slug}/hangup", answer: vobiz.status },
  { path: "/api/vobiz/{slug}/dialed", answer: vobiz.dialed },
  { path: "/api/vobiz/{slug}/recorded", answer: vobiz.recorded },
  { path: "/api/vobiz/{slug}/recording-status", answer: vobiz.recording },
  { path: "/api/vobiz/{slug}/session", answer: vobiz.session },
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
