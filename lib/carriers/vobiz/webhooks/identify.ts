import { createHash } from "node:crypto";
import type { WebhookRequest } from "../../ports/webhook-request";
import type { WebhookKind } from "../../ports/webhooks";
import { fieldReader } from "../facts/field-names";
import { isHangUp } from "./parse-call";

/** Names an event by the call and what happened; a turn, which has no id, by what was asked and said. */
export function identifyVobizWebhook(request: WebhookRequest, kind: WebhookKind) {
  const field = fieldReader(request);
  const callId = field("callId", 128);
  const parts: Partial<Record<WebhookKind, string[]>> = {
    answered: [callId, isHangUp(field) ? "hangup" : ""],
    status: [callId, field("status", 40), field("event", 60)],
    recorded: [field("recordingId", 80) || digest(request), field("event", 60)],
  };
  const key = callId === "" ? [digest(request)] : (parts[kind] ?? [callId, digest(request)]);
  return { key: [kind, ...key].join(":"), token: readNonce(request) };
}

// Whether a retry repeats the nonce is not documented: it is kept for replays, never needed for de-duplication.
function readNonce(request: WebhookRequest): string | null {
  return request.header("x-vobiz-signature-v3-nonce") ?? request.header("x-vobiz-signature-v2-nonce");
}

function digest(request: WebhookRequest): string {
  return createHash("sha256").update(request.target).update("\n").update(request.body).digest("base64url");
}
