import { createHash, createHmac } from "node:crypto";

/** Form fields in order; a name may come more than once. */
export type Fields = [name: string, value: string][];

/**
 * Twilio's request signature: base64(HMAC-SHA1(token, url + each name followed by its value, names in code-unit order)).
 * Values of a repeated name are de-duplicated and sorted. `url` is what is requested, without fragment;
 * for GET and JSON requests `fields` is empty, for there everything stands in the URL.
 */
export function signRequest(token: string, url: string, fields: Fields): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of fields) values.set(name, (values.get(name) ?? new Set()).add(value));
  const names = [...values.keys()].sort(byCodeUnit);
  const text = names.map((name) =>
    [...(values.get(name) ?? [])]
      .sort(byCodeUnit)
      .map((value) => name + value)
      .join(""),
  );
  return createHmac("sha1", token)
    .update(url + text.join(""), "utf8")
    .digest("base64");
}

/** Adds `bodySHA256` to the URL of a request with a JSON body; that URL alone is then signed. */
export function withBodyHash(url: string, body: string): string {
  const hash = createHash("sha256").update(body, "utf8").digest("hex");
  return `${url}${url.includes("?") ? "&" : "?"}bodySHA256=${hash}`;
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
