import { createHash } from "node:crypto";
import { first } from "../../ports/fields";
import type { WebhookRequest } from "../../ports/webhook-request";
import type { WebhookKind } from "../../ports/webhooks";

/** Names an event by Twilio's own ids (contract §3); where there are none, by what was asked and said. */
export function identifyTwilioWebhook(request: WebhookRequest, kind: WebhookKind) {
  const parts = naturalKey(request, kind);
  const key = parts.some((part) => part === "") ? [digest(request)] : parts;
  return { key: [kind, ...key].join(":"), token: request.header("i-twilio-idempotency-token") };
}

function naturalKey(request: WebhookRequest, kind: WebhookKind): string[] {
  const field = (name: string) => first(request.fields, name, 64);
  switch (kind) {
    case "text":
      return [field("MessageSid") || field("SmsSid")];
    case "text_status":
      return [field("MessageSid") || field("SmsSid"), field("MessageStatus") || field("SmsStatus")];
    case "answered":
      return [field("CallSid")];
    case "status":
      return [field("CallSid"), field("CallStatus"), field("SequenceNumber") || "0"];
    case "recorded":
      return [field("RecordingSid"), field("RecordingStatus") || "action"];
    case "transcribed":
      return [field("TranscriptionSid")];
    default:
      return [field("CallSid"), digest(request)];
  }
}

// Turns of a call have no id of their own; our URLs carry the turn, and a retried delivery repeats the very body.
function digest(request: WebhookRequest): string {
  return createHash("sha256").update(request.target).update("\n").update(request.body).digest("base64url");
}
