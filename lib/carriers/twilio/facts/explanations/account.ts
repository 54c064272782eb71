import type { ExplanationTable } from "../../../ports/explanation";

const toTheConsole =
  "Check the Account SID and Auth Token under Settings, Connections, against the Twilio Console.";

/** What is wrong with the account. */
export const accountExplanations: ExplanationTable = {
  "20003": {
    title: "Couldn't deliver: Twilio no longer accepts this account's credentials.",
    cure: `${toTheConsole} The token may have been rotated there.`,
    kind: "credentials",
    action: "fix_credentials",
  },
  "20005": {
    title: "Couldn't deliver: the Twilio account is not active.",
    cure: "Open the Twilio Console, see why the account is suspended or closed, and reactivate it.",
    kind: "credentials",
    action: "fix_credentials",
  },
  "20008": {
    title: "Couldn't deliver: these are test credentials, which send nothing.",
    cure: "Enter the live Account SID and Auth Token under Settings, Connections.",
    kind: "credentials",
    action: "fix_credentials",
  },
  "20404": {
    title: "Twilio does not know this message, number or call any more.",
    cure: "It was probably deleted at Twilio or belongs to another account. Run the connection doctor.",
    kind: "setup",
    action: "fix_credentials",
  },
  "20429": {
    title: "Not sent yet: Twilio is asked too often at once.",
    cure: "Nothing to do. It is tried again in a moment.",
    kind: "rate_limit",
    action: "retry",
  },
  "20500": {
    title: "Twilio had a problem of its own, so it is not certain whether this was sent.",
    cure: "Wait until the delivery state settles before sending it again.",
    kind: "retryable",
    action: "retry",
  },
  "20503": {
    title: "Not sent: Twilio was not available.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  "21219": {
    title: "Couldn't call: a trial account may only call numbers it has verified.",
    cure: "Verify the number in the Twilio Console, or upgrade the account.",
    kind: "setup",
    action: "add_funds",
  },
  "21608": {
    title: "Couldn't deliver: a trial account may only text numbers it has verified.",
    cure: "Verify the number in the Twilio Console, or upgrade the account.",
    kind: "setup",
    action: "add_funds",
  },
  "30002": {
    title: "Couldn't deliver: the Twilio account was suspended while the message was waiting.",
    cure: "Open the Twilio Console, settle what it asks for, then press Retry.",
    kind: "credentials",
    action: "add_funds",
  },
};
