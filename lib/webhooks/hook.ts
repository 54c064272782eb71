import {
  type CarrierName,
  carrier,
  openWebhook,
  type WebhookKind,
  type WebhookRequest,
  type Webhooks,
} from "@/lib/carriers";
import { env } from "@/lib/env";
import { isDatabaseGone, log } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { claimNonce } from "@/lib/webhook-events";
import { readBody } from "./read-body";
import { isRehearsal, serveOnStage } from "./rehearsal";
import { refused, tooLarge, unavailable, unreadable } from "./reply";
import { type Addressee, carrierContext } from "./unsafe-addressee";
import { unsafeLogForgery } from "./unsafe-log-forgery";

/** A believed webhook on its way to a verb. */
export type Believed = {
  ctx: Ctx;
  addressee: Addressee;
  request: WebhookRequest;
  params: Readonly<Record<string, string>>;
  /** The account whose token signed it. */
  accountId: string;
  raw: { carrier: CarrierName; kind: WebhookKind; key: string; token: string | null; body: string };
};

/** How one kind of webhook is served. */
export type HookParts = {
  carrier: CarrierName;
  kind: WebhookKind;
  /** Whom it is for, before anything is proven; null: nobody here. */
  addressee: (params: Readonly<Record<string, string>>, request: WebhookRequest) => Promise<Addressee | null>;
  /** The reply, or null when the request cannot be read. */
  answer: (believed: Believed) => Promise<Response | null>;
};

type Verdict = ReturnType<Webhooks["verify"]>;

export type HookHandler = (request: Request, params: Readonly<Record<string, string>>) => Promise<Response>;

/**
 * Makes a carrier webhook a plain function of a request: read once, find the addressee, verify the signature over the
 * public URL, then act. Forgery, foreign signature and unknown tenant get the same 403 and leave only a security row.
 */
export function hook(parts: HookParts): HookHandler {
  return async (incoming, params) => {
    try {
      const body = await readBody(incoming);
      if (body === null) return tooLarge();
      const request = read(incoming, body);
      const addressee = await parts.addressee(params, request);
      const verdict = judge(parts, request, addressee);
      if (!addressee || !verdict.ok)
        return await refuse(parts, request, addressee ? "signature" : "addressee", verdict);
      const ctx = carrierContext(addressee, parts.carrier);
      if (!(await isFirstUse(ctx, parts.carrier, verdict.nonce, request)))
        return await refuse(parts, request, "replay", { ok: false, reason: "nonce_of_another_request" });
      const { key, token } = carrier(parts.carrier).webhooks.identify(request, parts.kind);
      const raw = { carrier: parts.carrier, kind: parts.kind, key, token, body: bodyOf(request) };
      const accountId = addressee.connections[verdict.credential]?.accountId ?? "";
      const believed = {
        ctx,
        addressee,
        request,
        params,
        accountId,
        raw,
      };
      const serve = async () => (await parts.answer(believed)) ?? unreadable();
      return isRehearsal(believed) ? await serveOnStage(believed, serve) : await serve();
    } catch (error) {
      return answerFailure(parts, error);
    }
  };
}

function judge(parts: HookParts, request: WebhookRequest, addressee: Addressee | null): Verdict {
  const verdict = carrier(parts.carrier).webhooks.verify(request, credentialsOf(addressee));
  if (verdict.ok || verdict.reason !== "missing_signature") return verdict;
  const lenient = addressee?.connections.findIndex((one) => one.verification === "optional") ?? -1;
  return lenient >= 0 ? { ok: true, credential: lenient } : verdict;
}

/** Where a signature covers a nonce and not the body, the nonce is good for one request and for repetitions of it. */
async function isFirstUse(
  ctx: Ctx,
  name: CarrierName,
  nonce: string | undefined,
  request: WebhookRequest,
): Promise<boolean> {
  if (nonce === undefined) return true;
  return claimNonce(ctx, { carrier: name, nonce, event: `${request.target}\n${request.body}` });
}

function read(incoming: Request, body: string): WebhookRequest {
  const origin = new URL(env.publicUrl).origin;
  return openWebhook({
    method: incoming.method,
    target: targetOf(incoming.url, origin),
    headers: incoming.headers,
    body,
    publicUrls: [env.publicUrl],
  });
}

/** The raw path and query; the host that the request claims is never used. */
function targetOf(url: string, origin: string): string {
  if (url.startsWith(origin)) return url.slice(origin.length);
  return url.replace(/^[a-z]+:\/\/[^/]+/i, "");
}

// Verified even when nobody is addressed, so that an unknown tenant takes as long as a bad signature.
function credentialsOf(addressee: Addressee | null) {
  return (
    addressee?.connections.map((one) => one.connection.credentials) ?? [
      { accountSid: "", authToken: "-".repeat(32), authId: "" },
    ]
  );
}

async function refuse(
  parts: HookParts,
  request: WebhookRequest,
  what: string,
  verdict: { ok: boolean; reason?: string },
): Promise<Response> {
  await unsafeLogForgery({
    carrier: parts.carrier,
    kind: parts.kind,
    path: request.target.split("?")[0] ?? "",
    what,
    reason: verdict.reason ?? "unknown",
  });
  return refused();
}

function answerFailure(parts: HookParts, error: unknown): Response {
  const sentence = isDatabaseGone(error) ? "webhook came while the database was gone" : "webhook failed";
  log.error({ err: error, carrier: parts.carrier, kind: parts.kind }, sentence);
  // The carrier comes again, and the deduplication makes that safe. Never 200 without a commit.
  return unavailable();
}

function bodyOf(request: WebhookRequest): string {
  return request.body || request.target.slice(request.target.indexOf("?") + 1);
}
