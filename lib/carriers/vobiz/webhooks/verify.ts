import type { CarrierCredentials } from "../../ports/connection";
import { candidateUrls, type WebhookRequest } from "../../ports/webhook-request";
import type { WebhookVerdict } from "../../ports/webhooks";
import { minimumTokenLength } from "../facts/credentials";
import { isSignedByVobiz, type VobizSignature } from "./signature";

/**
 * Believes a Vobiz request that is signed: V3 before V2, with the account's token or, for the MA variants of
 * sub-account callbacks, also with the parent's. The SHA-1 header of old is not looked at. The nonce goes back to the
 * caller, who stores it: the same nonce with another body is a replay.
 */
export function verifyVobizWebhook(
  request: WebhookRequest,
  credentials: readonly CarrierCredentials[],
): WebhookVerdict {
  if (!credentials.some((set) => tokensOf(set).length > 0)) return { ok: false, reason: "no_token" };
  const signatures = readSignatures(request);
  if (signatures.length === 0) return { ok: false, reason: "missing_signature" };
  const urls = candidateUrls(request);
  for (const given of signatures) {
    const credential = credentials.findIndex((set) =>
      tokensOf(set).some((token) => isSignedByVobiz(token, urls, given)),
    );
    if (credential >= 0) return { ok: true, credential, nonce: given.nonce };
  }
  return { ok: false, reason: "bad_signature" };
}

function tokensOf(set: CarrierCredentials): string[] {
  return [set.authToken ?? "", set.parentAuthToken ?? ""].filter(
    (token) => token.length >= minimumTokenLength,
  );
}

function readSignatures(request: WebhookRequest): VobizSignature[] {
  const found: VobizSignature[] = [];
  for (const version of ["V3", "V2"] as const) {
    const nonce = request.header(`x-vobiz-signature-${version}-nonce`) ?? "";
    for (const prefix of ["", "ma-"]) {
      const name = `x-vobiz-signature-${prefix}${version}`;
      const signature = request.header(name);
      const ownNonce = request.header(`${name}-nonce`) ?? nonce;
      if (signature) found.push({ version, signature, nonce: ownNonce });
    }
  }
  return found;
}
