import { z } from "zod";
import type { Rejected, RetryLater, Unknown } from "../../ports/outcomes";
import { explanations } from "../facts/explanations";

/** An answer of Vobiz, or what a failure means. */
export type VobizAnswer =
  | { outcome: "answered"; status: number; body: unknown }
  | Rejected
  | RetryLater
  | Unknown;

// Three spellings of an error body: {api_id, error}, {api_id, error, message}, {status, message}.
const errorBody = z.object({ error: z.unknown(), message: z.unknown() }).partial();

/** Sorts an answer: 2xx answered, 429 not done, other 4xx refused, the rest (5xx, redirects) unknown. */
export function readAnswer(status: number, retryAfter: string | null, text: string): VobizAnswer {
  const body = parseBody(text);
  if (status >= 200 && status < 300) return { outcome: "answered", status, body };
  if (status === 429) {
    const seconds = Math.ceil(Number(retryAfter));
    return {
      outcome: "retry_later",
      afterSeconds: seconds > 0 ? Math.min(seconds, 3_600) : 1,
      why: "rate limited",
    };
  }
  if (status < 400 || status >= 500 || status === 408) return { outcome: "unknown", why: `http ${status}` };
  const { error, message } = errorBody.safeParse(body).data ?? {};
  // Its words for errors are not listed anywhere; the status is taken unless we know the word.
  const code = typeof error === "string" && Object.hasOwn(explanations, error) ? error : `http_${status}`;
  return { outcome: "rejected", code, message: String(message ?? error ?? "").slice(0, 500) };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const beforeWriting = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Whether a request that failed on the way can have arrived: only what broke before the first byte cannot. */
export function readNetworkFailure(error: unknown): RetryLater | Unknown {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
    if (beforeWriting.has(code)) return { outcome: "retry_later", afterSeconds: 5, why: code };
  }
  return { outcome: "unknown", why: error instanceof Error ? error.name : "network failure" };
}
