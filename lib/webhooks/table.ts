import { callHooks, sharedCallHooks } from "./calls";
import { frontDoor } from "./front-door";
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
  { path: "/api/twilio/{slug}/status/{callId}", answer: twilio.status },
  { path: "/api/twilio/{slug}/outbound/{callId}", answer: twilio.outbound },
  { path: "/api/twilio/{slug}/machine/{callId}", answer: twilio.machine },
  { path: "/api/twilio/{slug}/dialed", answer: twilio.dialed },
  { path: "/api/twilio/{slug}/recorded", answer: twilio.recorded },
  { path: "/api/twilio/{slug}/recording-status", answer: twilio.recording },
  { path: "/api/twilio/{slug}/transcription-status", answer: twilio.transcription },
  { path: "/api/twilio/{slug}/paid", answer: twilio.paid },
  { path: "/api/twilio/{slug}/payment-status", answer: twilio.paying },
  { path: "/api/twilio/{slug}/session", answer: twilio.session },
  { path: "/api/twilio/{slug}/onward", answer: twilio.onward },
  { path: "/api/vobiz/{slug}/answer", answer: vobiz.answer },
  { path: "/api/vobiz/{slug}/input", answer: vobiz.input },
  { path: "/api/vobiz/{slug}/hangup", answer: vobiz.status },
  { path: "/api/vobiz/{slug}/hangup/{callId}", answer: vobiz.status },
  { path: "/api/vobiz/{slug}/outbound/{callId}", answer: vobiz.outbound },
  { path: "/api/vobiz/{slug}/machine/{callId}", answer: vobiz.machine },
  { path: "/api/vobiz/{slug}/dialed", answer: vobiz.dialed },
  { path: "/api/vobiz/{slug}/recorded", answer: vobiz.recorded },
  { path: "/api/vobiz/{slug}/recording-status", answer: vobiz.recording },
  { path: "/api/vobiz/{slug}/session", answer: vobiz.session },
  { path: "/api/vobiz/{slug}/onward", answer: vobiz.onward },
];

const shared = sharedCallHooks("twilio");
const doors = { ...shared, text: inboundTextByNumber, textStatus: textStatusByNumber };

// Where businesses that move over have pointed their numbers; nobody need touch a carrier console. What went on with a
// call of the former system in the middle of it (`answer` below) hears what was said last, or begins anew.
const aliases: readonly Omit<WebhookRoute, "method">[] = [
  { path: "/twiml/inbound", answer: shared.answer },
  { path: "/webhooks/twilio/voice", answer: shared.answer },
  { path: "/webhooks/twilio/call-status", answer: shared.status },
  { path: "/webhooks/twilio/call-status/{callId}", answer: shared.status },
  { path: "/webhooks/twilio/recording", answer: shared.recording },
  { path: "/webhooks/twilio/recording/{callId}", answer: shared.recording },
  { path: "/webhooks/twilio/dtmf", answer: shared.input },
  { path: "/webhooks/sms/twilio", answer: textStatusByNumber },
  { path: "/connect/webhook/twilio", answer: frontDoor(doors) },
  { path: "/connect/webhook/twilio/voice", answer: shared.answer },
  { path: "/connect/webhook/twilio/sms", answer: inboundTextByNumber },
  { path: "/connect/webhook/twilio/status", answer: frontDoor({ ...doors, answer: shared.status }) },
  { path: "/connect/webhook/twilio/recording-status", answer: shared.recording },
  { path: "/connect/webhook/twilio/transcription-status", answer: shared.transcription },
  { path: "/connect/webhook/twilio/ivr-menu", answer: shared.answer },
  { path: "/connect/webhook/twilio/ivr-continue", answer: shared.back },
  { path: "/connect/webhook/twilio/ivr-input", answer: shared.input },
  { path: "/connect/webhook/twilio/ivr-menu-input", answer: shared.input },
  { path: "/connect/webhook/twilio/ivr-recording", answer: shared.recorded },
  { path: "/connect/webhook/twilio/ivr-payment-status", answer: shared.paid },
  { path: "/connect/webhook/twilio/ivr-queue-music", answer: shared.queueMusic },
  { path: "/connect/webhook/twilio/ivr-ai-outbound", answer: shared.answer },
  { path: "/connect/webhook/twilio/ivr-ai-transfer", answer: shared.transfer },
  { path: "/connect/webhook/twilio/ai-voice", answer: shared.answer },
];

/** Every carrier webhook. Carriers ask with POST unless a number was set to GET; both are signed. */
export const webhookRoutes: readonly WebhookRoute[] = [...canonical, ...aliases].flatMap((route) => [
  { ...route, method: "POST" as const },
  { ...route, method: "GET" as const },
]);
