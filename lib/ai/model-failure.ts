import type { FailureReason } from "./schema";

/**
 * Why a model gave no usable answer: no key or a refused one, too slow, too many requests, something that is not an
 * answer, or nobody there.
 */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: FailureReason;

  constructor(reason: FailureReason, cause?: unknown) {
    super(`The model failed: ${reason}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}
