/**
 * An expected outcome of a verb. Success carries its fields beside `ok: true`; a refusal carries a reason from a
 * closed set, which the caller must look at. What nobody can expect is thrown as `AppError` instead.
 */
export type Outcome<Success extends object, Reason extends string> =
  | ({ ok: true } & Success)
  | { ok: false; reason: Reason };
