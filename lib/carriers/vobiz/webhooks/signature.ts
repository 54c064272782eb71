import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import type { CarrierCredentials } from "../../ports/connection";
import { minimumTokenLength } from "../facts/credentials";

/** One signature as it came: over which text, with which nonce. */
export type VobizSignature = { version: "V2" | "V3"; signature: string; nonce: string };

/** The text that is signed: the URL without its query, then the nonce (V2), or a full stop and the nonce (V3). */
export function signedText(version: "V2" | "V3", url: string, nonce: string): string {
  const base = url.split(/[?#]/, 1)[0] ?? "";
  return version === "V3" ? `${base}.${nonce}` : base + nonce;
}

/**
 * Whether one of the tokens made the signature for one of the URLs: base64(HMAC-SHA256(token, text)). Neither query
 * nor body is covered (contract §5), so a believed request still proves nothing about its fields.
 */
export function isSignedByVobiz(token: string, urls: readonly string[], given: VobizSignature): boolean {
  if (token.length < minimumTokenLength || given.nonce === "") return false;
  // A header may hold several signatures, as Plivo's does.
  const candidates = given.signature.split(",").map((part) => Buffer.from(part.trim()));
  return urls.some((url) => {
    const text = signedText(given.version, url, given.nonce);
    const expected = Buffer.from(createHmac("sha256", token).update(text, "utf8").digest("base64"));
    return candidates.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  });
}

/** Signs as Vobiz does (V3), for a request of ours to ourselves. */
export function signAsVobiz(url: string, credentials: CarrierCredentials): Record<string, string> {
  const nonce = Array.from({ length: 20 }, () => randomInt(10)).join("");
  const text = signedText("V3", url, nonce);
  const signature = createHmac("sha256", credentials.authToken ?? "")
    .update(text, "utf8")
    .digest("base64");
  return { "x-vobiz-signature-v3": signature, "x-vobiz-signature-v3-nonce": nonce };
}
