import { createHmac } from "node:crypto";
import { type Random, randomBetween } from "../../world/random";

/** The signature headers of a Vobiz callback: V2 and V3 over the URL without its query, and a nonce of twenty digits. */
export function signVobiz(token: string, url: string, nonce: string): Record<string, string> {
  const base = baseOf(url);
  return {
    "x-vobiz-signature-v2": hmac(token, base + nonce),
    "x-vobiz-signature-v2-nonce": nonce,
    "x-vobiz-signature-v3": hmac(token, `${base}.${nonce}`),
    "x-vobiz-signature-v3-nonce": nonce,
  };
}

/** Twenty random digits. */
export function newNonce(random: Random): string {
  return Array.from({ length: 20 }, () => randomBetween(random, 0, 9)).join("");
}

/** Scheme, host and path. Credentials, query and fragment are not signed. */
function baseOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function hmac(token: string, text: string): string {
  return createHmac("sha256", token).update(text, "utf8").digest("base64");
}
