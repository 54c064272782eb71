export type FailureKind =
  | "permanent"
  | "retryable"
  | "setup"
  | "opt_out"
  | "landline"
  | "unreachable"
  | "filtered"
  | "window"
  | "registration"
  | "credentials"
  | "balance"
  | "rate_limit"
  | "unknown";

export type FailureAction =
  | "call_instead"
  | "register"
  | "fix_credentials"
  | "fix_number"
  | "fix_sender"
  | "allow_country"
  | "use_template"
  | "ask_to_opt_in"
  | "add_funds"
  | "retry"
  | "shorten"
  | "check_webhook"
  | "contact_carrier";

/** A carrier's error in a person's words. */
export type Explanation = {
  /** One sentence: what happened. */
  title: string;
  /** One sentence: what to do about it. */
  cure: string;
  kind: FailureKind;
  action?: FailureAction;
};

/** By the carrier's code as text. */
export type ExplanationTable = Readonly<{ [code: string]: Explanation }>;
