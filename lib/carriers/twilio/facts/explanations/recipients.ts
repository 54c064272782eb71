import type { ExplanationTable } from "../../../ports/explanation";

const tryAnother = "Check the number with the customer and correct it on their page.";

/** What is wrong with the number at the other end. */
export const recipientExplanations: ExplanationTable = {
  "21211": {
    title: "Couldn't deliver: this is not a valid phone number.",
    cure: tryAnother,
    kind: "permanent",
    action: "fix_number",
  },
  "21214": {
    title: "Couldn't call: this number cannot be reached by phone.",
    cure: tryAnother,
    kind: "permanent",
    action: "fix_number",
  },
  "21217": {
    title: "Couldn't call: this is not a valid phone number.",
    cure: tryAnother,
    kind: "permanent",
    action: "fix_number",
  },
  "21216": {
    title: "Couldn't call: Twilio does not allow calls to this number.",
    cure: "The number is on Twilio's block list. Reach the customer another way.",
    kind: "permanent",
    action: "fix_number",
  },
  "21265": {
    title: "Couldn't deliver: short codes cannot be texted from here.",
    cure: "Ask the customer for their full phone number.",
    kind: "permanent",
    action: "fix_number",
  },
  "21604": {
    title: "Couldn't deliver: there is no number to send to.",
    cure: "Add a phone number on the customer's page.",
    kind: "permanent",
    action: "fix_number",
  },
  "21610": {
    title: "Couldn't deliver: this person has opted out by texting STOP.",
    cure: "They have to text START themselves before you may write again.",
    kind: "opt_out",
    action: "ask_to_opt_in",
  },
  "21612": {
    title: "Couldn't deliver: your number cannot text this destination.",
    cure: "Send from a number of the customer's country, or call instead.",
    kind: "permanent",
    action: "call_instead",
  },
  "21614": {
    title: "Couldn't deliver: this number cannot receive texts. Call instead?",
    cure: "It is not a mobile number. Call, or ask the customer for a mobile number.",
    kind: "landline",
    action: "call_instead",
  },
  "21635": {
    title: "Couldn't deliver: this number is a landline. Call instead?",
    cure: "Landlines receive no texts. Call, or ask the customer for a mobile number.",
    kind: "landline",
    action: "call_instead",
  },
  "30003": {
    title: "Couldn't deliver: the phone is switched off or out of reach.",
    cure: "Try again later, or call instead.",
    kind: "unreachable",
    action: "retry",
  },
  "30004": {
    title: "Couldn't deliver: the recipient or their carrier blocks messages from you.",
    cure: "Call instead and ask whether they blocked texts.",
    kind: "permanent",
    action: "call_instead",
  },
  "30005": {
    title: "Couldn't deliver: this number does not seem to exist any more.",
    cure: tryAnother,
    kind: "permanent",
    action: "fix_number",
  },
  "30006": {
    title: "Couldn't deliver: this number is a landline. Call instead?",
    cure: "Landlines receive no texts. Call, or ask the customer for a mobile number.",
    kind: "landline",
    action: "call_instead",
  },
  "30007": {
    title: "Couldn't deliver: the message was filtered as unwanted.",
    cure: "Write it plainly, without link shorteners or capitals, and check that your sender is registered.",
    kind: "filtered",
    action: "register",
  },
  "30008": {
    title: "Couldn't deliver: the recipient's carrier did not say why.",
    cure: "Try once more; if it fails again, call instead.",
    kind: "retryable",
    action: "retry",
  },
  "30009": {
    title: "Couldn't deliver: a part of the message got lost on the way.",
    cure: "Send it again.",
    kind: "retryable",
    action: "retry",
  },
};
