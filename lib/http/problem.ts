import { STATUS_CODES } from "node:http";
import { AppError, type AppErrorCode, isAppError } from "@/lib/kernel/errors";
import { isDatabaseGone } from "./database-gone";
import { log } from "./log";
import { plainSecurityHeaders } from "./security-headers";

/** The one place where an error code becomes an HTTP status. */
export const statusOf: Record<AppErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
  carrier_error: 502,
  internal: 500,
};

/**
 * Answers an error as RFC 9457 `application/problem+json`. What is not an `AppError` shows a fixed sentence and keeps
 * its cause for the log; a database that cannot be reached is 503, so that carriers and clients try again.
 */
export function problem(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown);
  const status = statusOf[error.code];
  if (status >= 500) log.error({ requestId, code: error.code, err: error.cause ?? error }, "request failed");
  const { code: refusal, ...details } = error.details ?? {};
  const body = {
    type: "about:blank",
    title: STATUS_CODES[status],
    status,
    code: typeof refusal === "string" ? refusal : error.code,
    detail: error.message,
    requestId,
    ...details,
  };
  return new Response(JSON.stringify(body), { status, headers: headersFor(error, requestId) });
}

function toAppError(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  const code = isDatabaseGone(thrown) ? "unavailable" : "internal";
  return new AppError(code, undefined, { cause: thrown });
}

function headersFor(error: AppError, requestId: string): Record<string, string> {
  const wait = error.details?.retryAfterSeconds;
  return {
    ...plainSecurityHeaders,
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
    ...(typeof wait === "number" ? { "Retry-After": String(wait) } : {}),
    ...(error.code === "unauthenticated" ? { "WWW-Authenticate": 'Bearer realm="trunkline"' } : {}),
  };
}
