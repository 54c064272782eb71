import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "node:querystring";
import type { CarrierCredentials } from "../../ports/connection";
import type { Fields } from "../../ports/fields";
import { minimumTokenLength } from "../facts/credentials";

/** What is checked: the URLs Twilio may have called, the header, and the fields (form) or the raw body (JSON). */
export type SignedRequest = {
  signature: string;
  /** Full URLs as configured at Twilio plus the raw query; tried in order. */
  urls: readonly string[];
  /** Decoded form fields; none for GET, JSON and WebSocket upgrades, whose values are in the URL. */
  params?: Fields;
  /** Set for JSON: the URL then carries `bodySHA256`, checked against these very characters. */
  rawBody?: string;
};

export type SignatureVerdict =
  | { ok: true; token: number }
  | { ok: false; reason: "no_token" | "missing_signature" | "bad_signature" | "bad_body_hash" };

/**
 * Checks `X-Twilio-Signature` as Twilio's own validator does (twilio 6.2, contract §2), with any of several tokens:
 * base64(HMAC-SHA1(token, URL + sorted name-value pairs)). Tokens shorter than Twilio's are ignored, since an empty
 * one validates forgeries (`shortest` exists for the published vectors). `token` is the index of the one that matched.
 */
export function verifyTwilioSignature(
  tokens: readonly string[],
  request: SignedRequest,
  shortest = minimumTokenLength,
): SignatureVerdict {
  const isUsable = (token: string) => token.length > 0 && token.length >= shortest;
  if (!tokens.some(isUsable)) return { ok: false, reason: "no_token" };
  if (request.signature === "") return { ok: false, reason: "missing_signature" };
  const given = Buffer.from(request.signature);
  const pairs = signedPairs(request.params);
  for (const url of signedUrls(request.urls)) {
    const token = tokens.findIndex(
      (candidate) => isUsable(candidate) && isSignedBy(candidate, url + pairs, given),
    );
    if (token >= 0)
      return isBodyIntact(url, request.rawBody)
        ? { ok: true, token }
        : { ok: false, reason: "bad_body_hash" };
  }
  return { ok: false, reason: "bad_signature" };
}

function isSignedBy(token: string, data: string, given: Buffer): boolean {
  const expected = Buffer.from(createHmac("sha1", token).update(data, "utf8").digest("base64"));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Names sorted by code unit, each followed by its value; a repeated name by each different value, sorted. */
function signedPairs(params: Fields | undefined): string {
  if (!params) return "";
  let pairs = "";
  for (const name of [...params.keys()].sort()) {
    const values = params.get(name) ?? [];
    if (values.length === 1) pairs += name + values[0];
    else for (const value of [...new Set(values)].sort()) pairs += name + value;
  }
  return pairs;
}

/** Each URL as it stands without and with the port, then the forms that older back ends signed. Lazy: the first matches. */
function* signedUrls(urls: readonly string[]): Generator<string> {
  for (const url of urls) yield* [withoutPort(url), withPort(url)];
  for (const url of urls) {
    if (!URL.canParse(url)) continue;
    const normal = new URL(url).toString();
    const both = [withoutPort(normal), withPort(normal)];
    yield* both;
    yield* both.map(withLegacyQuery);
  }
}

const urlParts = /^([a-z][a-z0-9+.-]*:\/\/)((?:[^/?#]*@)?)(\[[^\]/?#]*\]|[^:/?#]*)((?::[^/?#]*)?)(.*)$/is;

function withoutPort(url: string): string {
  const parts = urlParts.exec(url);
  return parts ? `${parts[1]}${parts[2]}${parts[3]}${parts[5]}` : url;
}

function withPort(url: string): string {
  const parts = urlParts.exec(url);
  if (!parts || parts[4]) return url;
  const port = parts[1]?.toLowerCase() === "https://" ? ":443" : ":80";
  return `${parts[1]}${parts[2]}${parts[3]}${port}${parts[5]}`;
}

function withLegacyQuery(url: string): string {
  const start = url.indexOf("?");
  if (start === -1 || start === url.length - 1) return url;
  return `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`;
}

// An empty body is hashed as the text "{}" by the official library.
function isBodyIntact(url: string, rawBody: string | undefined): boolean {
  if (rawBody === undefined) return true;
  if (!URL.canParse(url)) return false;
  const claimed = Buffer.from(new URL(url).searchParams.get("bodySHA256") ?? "");
  const actual = Buffer.from(
    createHash("sha256")
      .update(rawBody || "{}", "utf8")
      .digest("hex"),
  );
  return claimed.length === actual.length && timingSafeEqual(claimed, actual);
}

/** Signs a POST as Twilio does, for a request of ours to ourselves. */
export function signAsTwilio(
  url: string,
  credentials: CarrierCredentials,
  fields: Record<string, string> = {},
): Record<string, string> {
  const params = new Map(Object.entries(fields).map(([name, value]) => [name, [value]]));
  const signature = createHmac("sha1", credentials.authToken ?? "")
    .update(url + signedPairs(params), "utf8")
    .digest("base64");
  return { "x-twilio-signature": signature };
}
