import type { ExplanationTable } from "../../../ports/explanation";

/** What is wrong with the sender, the content, the destination country or the registration. */
export const senderExplanations: ExplanationTable = {
  // The sender
  "21210": {
    title: "Couldn't call: the number you call from is not yours at Twilio or not verified.",
    cure: "Choose one of your own numbers as the caller.",
    kind: "setup",
    action: "fix_sender",
  },
  "21212": {
    title: "Couldn't deliver: the number you send from is not valid.",
    cure: "Choose one of your numbers as the sender; it must be written like +12025551234.",
    kind: "setup",
    action: "fix_sender",
  },
  "21603": {
    title: "Couldn't deliver: no sender is set.",
    cure: "Choose a number or a Messaging Service to send from under Settings, Numbers.",
    kind: "setup",
    action: "fix_sender",
  },
  "21606": {
    title: "Couldn't deliver: the number you send from cannot text or is not yours.",
    cure: "Choose an SMS-capable number of this Twilio account as the sender.",
    kind: "setup",
    action: "fix_sender",
  },
  "21611": {
    title: "Couldn't deliver: too many messages are waiting for this sender.",
    cure: "Wait until the queue has emptied, or send from several numbers through a Messaging Service.",
    kind: "rate_limit",
    action: "retry",
  },
  "21617": {
    title: "Couldn't deliver: the message is too long.",
    cure: "Shorten it to 1,600 characters, or send it in two.",
    kind: "permanent",
    action: "shorten",
  },
  "21619": {
    title: "Couldn't deliver: the message is empty.",
    cure: "Write something or attach a picture.",
    kind: "permanent",
  },
  "21620": {
    title: "Couldn't deliver: an attachment's address is not valid.",
    cure: "Attach the file again.",
    kind: "permanent",
  },
  "21623": {
    title: "Couldn't deliver: this message has too many attachments.",
    cure: "Send at most ten.",
    kind: "permanent",
  },
  "21703": {
    title: "Couldn't deliver: the Messaging Service has no number to send from.",
    cure: "Add a number to it in the Twilio Console, or choose a single number as the sender.",
    kind: "setup",
    action: "fix_sender",
  },
  "21705": {
    title: "Couldn't deliver: this Messaging Service does not exist in the account.",
    cure: "Check the Messaging Service SID under Settings, Connections.",
    kind: "setup",
    action: "fix_sender",
  },
  "22005": {
    title: "The call was not made: it waited in Twilio's queue for a day.",
    cure: "Make fewer calls at once, or ask Twilio for more calls per second.",
    kind: "rate_limit",
    action: "retry",
  },
  "30001": {
    title: "Couldn't deliver: the sender's queue at Twilio overflowed.",
    cure: "Try again later, or send from several numbers through a Messaging Service.",
    kind: "rate_limit",
    action: "retry",
  },
  "30010": {
    title: "Couldn't deliver: the message would cost more than the limit set for it.",
    cure: "Raise the limit in the Messaging Service, or shorten the message.",
    kind: "setup",
    action: "shorten",
  },
  "30036": {
    title: "Not delivered in time: the message was given up while it waited.",
    cure: "Send it again if it still matters.",
    kind: "retryable",
    action: "retry",
  },
  // Countries and registration
  "13224": {
    title: "Couldn't connect the call: Twilio cannot call this number.",
    cure: "Check the number that calls are handed to.",
    kind: "permanent",
    action: "fix_number",
  },
  "13227": {
    title: "Couldn't connect the call: calls to this country are not allowed.",
    cure: "Allow the country in the Twilio Console under Voice, Geo permissions.",
    kind: "setup",
    action: "allow_country",
  },
  "21215": {
    title: "Couldn't call: calls to this country are not allowed.",
    cure: "Allow the country in the Twilio Console under Voice, Geo permissions.",
    kind: "setup",
    action: "allow_country",
  },
  "21408": {
    title: "Couldn't deliver: texts to this country are not allowed.",
    cure: "Allow the country in the Twilio Console under Messaging, Geo permissions.",
    kind: "setup",
    action: "allow_country",
  },
  "30032": {
    title: "Couldn't deliver: your toll-free number is not verified yet.",
    cure: "Verify it in the Twilio Console; that takes three to five working days.",
    kind: "registration",
    action: "register",
  },
  "30034": {
    title: "Couldn't deliver: your number is not registered for business texts in the United States.",
    cure: "Register your brand and campaign (A2P 10DLC) in the Twilio Console and add the number to it.",
    kind: "registration",
    action: "register",
  },
  "30044": {
    title: "Couldn't deliver: a trial account cannot send texts this long.",
    cure: "Shorten it, or upgrade the Twilio account.",
    kind: "setup",
    action: "shorten",
  },
  "30450": {
    title: "Couldn't deliver: Twilio took it for fraud on this destination.",
    cure: "If you know the recipient, ask Twilio to lift the block; otherwise look at who sends these.",
    kind: "filtered",
    action: "contact_carrier",
  },
  "30610": {
    title: "Couldn't deliver: it is quiet hours where the recipient is.",
    cure: "Send it between 8 in the morning and 9 in the evening, their time.",
    kind: "retryable",
    action: "retry",
  },
  "30640": {
    title: "Couldn't deliver: Twilio blocks texts to this recipient for legal reasons.",
    cure: "Reach the customer another way and keep a record of their consent.",
    kind: "filtered",
    action: "call_instead",
  },
};
