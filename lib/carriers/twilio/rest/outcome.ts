import { z } from "zod";
import { isAppError } from "@/lib/kernel/errors";
import { carrierFailure } from "../../ports/failure";
import type { Rejected, RetryLater, Unknown } from "../../ports/outcomes";

/** Twilio answered 429: the request was not processed (error 20429). */
export class RateLimited extends Error {
  readonly afterSeconds: number;
  constructor(afterSeconds: number) {
    super("Twilio answered 429");
    this.afterSeconds = afterSeconds;
  }
}

// The SDK's RestException, read by its shape so that this file does not load the SDK.
const answerError = z.object({
  status: z.number(),
  code: z.union([z.number(), z.string()]).nullish(),
  message: z.string().nullish(),
});
const networkError = z.object({
  code: z.string().optional(),
  message: z.string().optional(),
  cause: z.object({ syscall: z.string().optional() }).optional().catch(undefined),
  syscall: z.string().optional(),
});

// Failures that come before the first byte of the request is written: nothing can have been done at Twilio.
const beforeWriting = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/**
 * Sorts a failure of a request that has an effect. 4xx: refused. 429, refused connection, DNS, TLS: certainly not
 * done. Everything else (5xx, timeout, a cut connection, an unreadable answer) may have been done.
 */
export function readFailure(error: unknown): Rejected | RetryLater | Unknown {
  if (error instanceof RateLimited) {
    return { outcome: "retry_later", afterSeconds: error.afterSeconds, why: "rate limited" };
  }
  // Thrown by the client itself: credentials that cannot be Twilio's are refused as Twilio would.
  if (isAppError(error)) return { outcome: "rejected", code: "20003", message: "Malformed credentials" };
  const answer = answerError.safeParse(error);
  if (answer.success) return readAnswer(answer.data);
  const network = networkError.safeParse(error).data ?? {};
  const neverConnected = network.syscall === "connect" || network.cause?.syscall === "connect";
  const why = network.code ?? network.message ?? "unreadable answer";
  if (neverConnected || beforeWriting.has(why)) return { outcome: "retry_later", afterSeconds: 5, why };
  return { outcome: "unknown", why };
}

function readAnswer(error: z.infer<typeof answerError>): Rejected | Unknown {
  const isRefusal = error.status >= 400 && error.status < 500 && error.status !== 408;
  if (!isRefusal) return { outcome: "unknown", why: `http ${error.status}` };
  return {
    outcome: "rejected",
    code: String(error.code ?? `http_${error.status}`),
    message: error.message ?? "",
  };
}

/** The same for reads: null when Twilio knows no such thing (404), else throws what was found. */
export function readNothing(error: unknown): null {
  const answer = answerError.safeParse(error);
  if (answer.success && answer.data.status === 404) return null;
  const failure = readFailure(error);
  if (failure.outcome === "rejected") {
    throw carrierFailure({ code: failure.code, message: failure.message, retryable: false, cause: error });
  }
  throw carrierFailure({ code: failure.outcome, message: failure.why, retryable: true, cause: error });
}
