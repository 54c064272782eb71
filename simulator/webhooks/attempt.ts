import type { ConnectionSettings, RetryReason } from "./connection-overrides";

/** One HTTP request to the product. `status` 0: no answer came. */
export type Attempt = {
  status: number;
  body: string;
  contentType: string;
  ms: number;
  /** Why it counts as failed, in the retry policy's words; null when answered with 2xx. */
  failure: RetryReason | null;
  error: string | null;
};

export type Outgoing = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
};

/** Sends one request and waits for its answer as long as the settings allow. Never throws. */
export async function attemptRequest(outgoing: Outgoing, settings: ConnectionSettings): Promise<Attempt> {
  const begun = performance.now();
  const elapsed = () => Math.round((performance.now() - begun) * 10) / 10;
  try {
    const { method, headers, body } = outgoing;
    const { url, authorization } = takeCredentials(outgoing.url);
    const signal = AbortSignal.timeout(Math.min(settings.readMs, settings.totalMs));
    const sent = { ...headers, ...authorization };
    const response = await fetch(url, { method, headers: sent, body, signal, redirect: "follow" });
    const text = await response.text();
    const contentType = response.headers.get("content-type") ?? "";
    return {
      status: response.status,
      body: text,
      contentType,
      ms: elapsed(),
      failure: failureOf(response.status),
      error: null,
    };
  } catch (error) {
    const isSlow = error instanceof Error && error.name === "TimeoutError";
    const failure = isSlow ? "rt" : "ct";
    return { status: 0, body: "", contentType: "", ms: elapsed(), failure, error: sentenceOf(error, isSlow) };
  }
}

/** `fetch` refuses credentials inside a URL; on the wire they are Basic auth. */
function takeCredentials(address: string): { url: string; authorization: Record<string, string> } {
  const url = new URL(address);
  if (!url.username) return { url: address, authorization: {} };
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = "";
  url.password = "";
  return { url: url.href, authorization: { authorization: `Basic ${Buffer.from(pair).toString("base64")}` } };
}

function failureOf(status: number): RetryReason | null {
  if (status >= 500) return "5xx";
  return status >= 400 ? "4xx" : null;
}

function sentenceOf(error: unknown, isSlow: boolean): string {
  if (isSlow) return "The answer took too long.";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
