import type { ExplanationTable } from "../../ports/explanation";

const checkNumber = "Check the number with the customer and correct it on their page.";

/** Vobiz's refusals and hang-up causes in words. It has no error numbers: HTTP statuses and cause names stand here. */
export const explanations: ExplanationTable = {
  http_400: {
    title: "Couldn't do it: Vobiz did not accept the request.",
    cure: "Check the number; Indian numbers are written like +919876543210.",
    kind: "permanent",
    action: "fix_number",
  },
  http_401: {
    title: "Couldn't do it: Vobiz no longer accepts this account's credentials.",
    cure: "Check the Auth ID and Auth Token under Settings, Connections, against the Vobiz console.",
    kind: "credentials",
    action: "fix_credentials",
  },
  http_402: {
    title: "Couldn't do it: the balance of the Vobiz account is too low.",
    cure: "Add funds in the Vobiz console, then try again.",
    kind: "balance",
    action: "add_funds",
  },
  http_403: {
    title: "Couldn't do it: Vobiz does not allow this account to do that.",
    cure: "See in the Vobiz console whether the identity check (KYC) is finished.",
    kind: "registration",
    action: "register",
  },
  http_404: {
    title: "Vobiz does not know this call, number or recording any more.",
    cure: "It was probably removed there or belongs to another account. Run the connection doctor.",
    kind: "setup",
  },
  http_409: {
    title: "Couldn't do it: something still depends on it at Vobiz.",
    cure: "Detach its numbers first, then try again.",
    kind: "setup",
  },
  http_429: {
    title: "Not done yet: Vobiz is asked too often or too many calls are running.",
    cure: "Try again in a moment, or ask Vobiz for more calls at once.",
    kind: "rate_limit",
    action: "retry",
  },
  number_taken: {
    title: "Couldn't buy: somebody else has just taken this number.",
    cure: "Choose another number from the list.",
    kind: "permanent",
  },
  did_cool_off_in_effect: {
    title: "Couldn't move the number: it had a call in the last fifteen days.",
    cure: "Wait until the cool-off is over, then try again.",
    kind: "retryable",
    action: "retry",
  },
  needs_application: {
    title: "Couldn't set the webhook: at Vobiz it belongs to an application, not to the number.",
    cure: "Run the connection doctor; it sets the application right.",
    kind: "setup",
    action: "check_webhook",
  },
  unsupported: {
    title: "Vobiz cannot do this.",
    cure: "Use a Twilio number for it.",
    kind: "permanent",
  },
  violates_media_anchoring: {
    title: "Couldn't connect the call: Indian numbers may only be connected inside India.",
    cure: "Hand calls over to a number that begins with +91.",
    kind: "permanent",
    action: "fix_number",
  },
  USER_BUSY: {
    title: "Nobody reached: the line was busy.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  NO_ANSWER: {
    title: "Nobody reached: the phone rang and was not answered.",
    cure: "Try again later.",
    kind: "unreachable",
    action: "retry",
  },
  NO_USER_RESPONSE: {
    title: "Nobody reached: the phone is switched off or out of reach.",
    cure: "Try again later.",
    kind: "unreachable",
    action: "retry",
  },
  SUBSCRIBER_ABSENT: {
    title: "Nobody reached: the phone is switched off or out of reach.",
    cure: "Try again later.",
    kind: "unreachable",
    action: "retry",
  },
  CALL_REJECTED: {
    title: "Nobody reached: the call was declined.",
    cure: "Try again later.",
    kind: "permanent",
  },
  UNALLOCATED_NUMBER: {
    title: "Couldn't call: this number does not exist.",
    cure: checkNumber,
    kind: "permanent",
    action: "fix_number",
  },
  INVALID_NUMBER_FORMAT: {
    title: "Couldn't call: this is not a valid phone number.",
    cure: checkNumber,
    kind: "permanent",
    action: "fix_number",
  },
  NORMAL_TEMPORARY_FAILURE: {
    title: "Couldn't call: the phone network had a problem.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  NORMAL_CIRCUIT_CONGESTION: {
    title: "Couldn't call: the phone network is overloaded.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  NETWORK_OUT_OF_ORDER: {
    title: "Couldn't call: the phone network is out of order.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  RECOVERY_ON_TIMER_EXPIRE: {
    title: "The call was lost: the other side stopped answering.",
    cure: "Call again.",
    kind: "retryable",
    action: "retry",
  },
};
