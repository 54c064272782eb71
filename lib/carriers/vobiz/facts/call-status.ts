import { type CallStatus, callStatuses } from "../../ports/voice";

const vobizWords: Readonly<Record<string, CallStatus>> = {
  timeout: "no-answer",
  cancel: "canceled",
  cancelled: "canceled",
  answered: "in-progress",
  in_progress: "in-progress",
};

/** Vobiz's word for a call's state in ours; undefined when it is new to us. */
export function readCallStatus(word: string): CallStatus | undefined {
  const plain = word.toLowerCase();
  return callStatuses.find((status) => status === plain) ?? vobizWords[plain];
}

// Seen in the wild, the full table was not found (contract §1.3): 3010 busy, 6010 not answered, 5030 failed.
const failedCodes: Readonly<Record<string, CallStatus>> = {
  "3010": "busy",
  "6010": "no-answer",
  "5030": "failed",
};
const failedCauses: Readonly<Record<string, CallStatus>> = {
  USER_BUSY: "busy",
  NO_ANSWER: "no-answer",
  NO_USER_RESPONSE: "no-answer",
  ORIGINATOR_CANCEL: "canceled",
  CALL_REJECTED: "busy",
  UNALLOCATED_NUMBER: "failed",
  INVALID_NUMBER_FORMAT: "failed",
};

/** The end state of a call that Vobiz calls completed although nobody ever spoke. */
export function readEndStatus(input: {
  cause: string;
  code: string;
  seconds: number | undefined;
}): CallStatus {
  if ((input.seconds ?? 0) > 0) return "completed";
  return (
    failedCodes[input.code] ?? failedCauses[input.cause.toUpperCase().replaceAll(" ", "_")] ?? "completed"
  );
}
