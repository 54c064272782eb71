import { expect, test } from "vitest";
import { webhookRoutes } from "@/lib/webhooks";
import { findHandlers } from "./find-routes";

/** Every webhook URL that the four products tell their customers to set at a carrier, or set themselves. */
const webhooks = [
  "/api/twilio/{slug}/answer",
  "/api/twilio/{slug}/gather",
  "/api/twilio/{slug}/status",
  "/api/twilio/{slug}/status/{callId}",
  "/api/twilio/{slug}/sms",
  "/api/twilio/{slug}/whatsapp",
  "/api/vobiz/{slug}/answer",
  "/api/vobiz/{slug}/input",
  "/api/vobiz/{slug}/hangup",
  "/api/vobiz/{slug}/hangup/{callId}",
  "/twiml/inbound",
  "/webhooks/twilio/voice",
  "/webhooks/twilio/call-status",
  "/webhooks/twilio/call-status/{callId}",
  "/webhooks/twilio/recording",
  "/webhooks/twilio/recording/{callId}",
  "/webhooks/twilio/dtmf",
  "/webhooks/sms/twilio",
  "/api/webhooks/twilio",
  "/connect/webhook/twilio",
  "/connect/webhook/twilio/voice",
  "/connect/webhook/twilio/ivr-menu",
  "/connect/webhook/twilio/sms",
  "/connect/webhook/twilio/status",
  "/connect/webhook/twilio/recording-status",
  "/connect/webhook/twilio/transcription-status",
  "/connect/webhook/twilio/ivr-continue",
  "/connect/webhook/twilio/ivr-input",
  "/connect/webhook/twilio/ivr-menu-input",
  "/connect/webhook/twilio/ivr-recording",
  "/connect/webhook/twilio/ivr-payment-status",
  "/connect/webhook/twilio/ivr-queue-music",
  "/connect/webhook/twilio/ivr-ai-outbound",
  "/connect/webhook/twilio/ivr-ai-transfer",
  "/connect/webhook/twilio/ai-voice",
];

/** Every call of their JSON APIs. */
const calls = [
  "POST /twilio/verify",
  "POST /twilio/credentials",
  "DELETE /twilio/credentials",
  "GET /twilio/token",
  "GET /phone/token",
  "POST /phone/voice/register-device",
  "POST /upstream/save-integration",
  "POST /upstream/test/{integration}/{operation}",
  "POST /phone/numbers",
  "POST /phone/numbers/add",
  "POST /phone/numbers/{phoneId}/routing",
  "GET /phone/verify",
  "POST /phone/verify",
];

const handlers = await findHandlers();
const names = handlers.map(({ name }) => name);

test.each(webhooks)("%s stands in the one table, for both methods", (path) => {
  const methods = webhookRoutes.filter((route) => route.path === path).map(({ method }) => method);
  expect(methods.sort()).toEqual(["GET", "POST"]);
});

test.each(webhooks)("%s is served where Next runs alone too", (path) => {
  const root = ["/connect/webhook", "/webhooks", "/twiml"].find((each) => path.startsWith(`${each}/`));
  const file = root ? `${root}/{...path}` : path;
  expect(names).toEqual(expect.arrayContaining([`GET ${file}`, `POST ${file}`]));
});

test("no alias stands in the table that a catch-all would miss", () => {
  const missed = webhookRoutes.filter(({ path }) => !/^\/(api|twiml|webhooks|connect\/webhook)\//.test(path));
  expect(missed).toEqual([]);
});

test.each(calls)("%s is answered", (call) => {
  expect(names).toContain(call);
});
