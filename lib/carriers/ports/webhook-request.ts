import { type Fields, readForm, readJson } from "./fields";

/** A carrier's request as it came in, read once. */
export type WebhookRequest = {
  method: string;
  /** Raw path and query, byte for byte: signatures cover it. */
  target: string;
  header(name: string): string | null;
  /** Raw body as text; "" for GET. */
  body: string;
  isJson: boolean;
  /** Fields of the body (POST) or of the query (GET). */
  fields: Fields;
  /** Public base URLs the carrier may have been given, the current one first. Never taken from the request. */
  publicUrls: readonly string[];
};

/** Reads a request for `verify` and `parse`. */
export function openWebhook(input: {
  method: string;
  target: string;
  headers: { get(name: string): string | null };
  body: string;
  publicUrls: readonly string[];
}): WebhookRequest {
  const isJson = (input.headers.get("content-type") ?? "").toLowerCase().includes("json");
  return {
    method: input.method,
    target: input.target,
    header: (name) => input.headers.get(name),
    body: input.body,
    isJson,
    fields: readBody(input.method, input.target, input.body, isJson),
    publicUrls: input.publicUrls,
  };
}

function readBody(method: string, target: string, body: string, isJson: boolean): Fields {
  if (method === "GET") return readForm(target.slice(target.indexOf("?") + 1 || target.length));
  return isJson ? readJson(body) : readForm(body);
}

/** The URLs that may have been signed: each public base with the raw path and query, wherever the proxy put us. */
export function candidateUrls(request: WebhookRequest): string[] {
  return request.publicUrls.map((base) => base.replace(/\/+$/, "") + request.target);
}
