import { AppError } from "@/lib/kernel/errors";

/** The error of a failed read at a carrier; `retryable` says whether asking again may help. */
export function carrierFailure(input: {
  code: string;
  message: string;
  retryable: boolean;
  cause?: unknown;
}): AppError {
  const details = { carrierCode: input.code };
  const cause = input.cause ?? input.message;
  return input.retryable
    ? new AppError("unavailable", "The carrier does not answer right now. Try again.", { details, cause })
    : new AppError("carrier_error", undefined, { details, cause });
}
