/** Every way in which a request can fail; `lib/http` maps each to one HTTP status. */
export const appErrorCodes = [
  "invalid_input",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "refused",
  "too_large",
  "rate_limited",
  "unavailable",
  "carrier_error",
  "internal",
] as const;

/** One of the closed set of failure codes. */
export type AppErrorCode = (typeof appErrorCodes)[number];

/** What an error may carry besides its sentence: `details` may be shown to the caller, `cause` goes to the log only. */
export type AppErrorOptions = { details?: Record<string, unknown>; cause?: unknown };

/**
 * The one error that verbs throw. `message` is a sentence for people and may be shown to the caller; an outcome
 * that is expected is not an error but a returned `{ ok: false, reason }`.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: AppErrorCode, message?: string, options: AppErrorOptions = {}) {
    super(
      message ?? fixedSentences[code],
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.code = code;
    this.details = options.details;
  }
}

const fixedSentences: Record<AppErrorCode, string> = {
  invalid_input: "The request is not valid.",
  unauthenticated: "Sign in first.",
  forbidden: "You may not do this.",
  not_found: "There is nothing here.",
  conflict: "This was changed in the meantime.",
  refused: "This cannot be done.",
  too_large: "This is too large.",
  rate_limited: "Too many requests. Wait a moment and try again.",
  unavailable: "This is not available right now. Try again.",
  carrier_error: "The carrier did not accept this.",
  internal: "Something went wrong on our side.",
};

/** Whether a caught value is an `AppError`; also true for one thrown by a second copy of this module in the process. */
export function isAppError(error: unknown): error is AppError {
  if (error instanceof AppError) return true;
  return error instanceof Error && error.name === "AppError" && "code" in error;
}
