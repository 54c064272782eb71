import type { CarrierCredentials } from "../../ports/connection";
import { first } from "../../ports/fields";
import { candidateUrls, type WebhookRequest } from "../../ports/webhook-request";
import type { WebhookVerdict } from "../../ports/webhooks";
import { verifyTwilioSignature } from "./signature";

/**
 * Believes a Twilio request when one of the credentials signed it and it names that very account: a token proves its
 * own account only.
 */
export function verifyTwilioWebhook(
  request: WebhookRequest,
  credentials: readonly CarrierCredentials[],
): WebhookVerdict {
  const isHashed = request.isJson || request.target.includes("bodySHA256=");
  const verdict = verifyTwilioSignature(
    credentials.map((set) => set.authToken ?? ""),
    {
      signature: request.header("x-twilio-signature") ?? "",
      urls: candidateUrls(request),
      ...(isHashed ? { rawBody: request.body } : {}),
      ...(isHashed || request.method === "GET" ? {} : { params: request.fields }),
    },
  );
  if (!verdict.ok) return verdict;
  const account = first(request.fields, "AccountSid");
  const isOwn = account === "" || account === credentials[verdict.token]?.accountSid;
  return isOwn ? { ok: true, credential: verdict.token } : { ok: false, reason: "other_account" };
}

/**
 * Believes a WebSocket upgrade. Which spelling of the URL Twilio signs is not documented, so all four are tried:
 * wss and https, with and without a slash at the end (contract §5.1).
 */
export function verifyTwilioSocket(
  request: WebhookRequest,
  credentials: readonly CarrierCredentials[],
): WebhookVerdict {
  const verdict = verifyTwilioSignature(
    credentials.map((set) => set.authToken ?? ""),
    {
      signature: request.header("x-twilio-signature") ?? "",
      urls: candidateUrls(request).flatMap(socketSpellings),
    },
  );
  return verdict.ok ? { ok: true, credential: verdict.token } : verdict;
}

function socketSpellings(url: string): string[] {
  const [path = "", ...query] = url.replace(/^(https?|wss?):/, "").split(/(?=\?)/);
  const bare = path.replace(/\/+$/, "");
  const scheme = /^(http|ws):/.test(url) ? ["ws:", "http:"] : ["wss:", "https:"];
  return scheme.flatMap((prefix) => [bare, `${bare}/`].map((one) => prefix + one + query.join("")));
}
