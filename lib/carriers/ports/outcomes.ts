/** The carrier took it; its id is known. */
export type Accepted<Extra = unknown> = { outcome: "accepted"; sid: string } & Extra;

/** The carrier said no. Nothing was done, and the same request would be refused again. */
export type Rejected = {
  outcome: "rejected";
  /** The carrier's error code as text, for `explainFailure`; "http_400" when it gave none. */
  code: string;
  /** The carrier's own sentence. For the log, never for people. */
  message: string;
};

/** Certainly not done (rate limit, refused connection, unknown host): the same request may be repeated. */
export type RetryLater = { outcome: "retry_later"; afterSeconds: number; why: string };

/** It may have been done: never repeat blindly; wait for the callback or list and match. */
export type Unknown = { outcome: "unknown"; why: string };

/** What became of a request that has an effect at the carrier. */
export type CarrierOutcome<Extra = unknown> = Accepted<Extra> | Rejected | RetryLater | Unknown;
