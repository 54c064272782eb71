import type { ExplanationTable } from "../../../ports/explanation";

/** What WhatsApp refuses. */
export const whatsappExplanations: ExplanationTable = {
  "63001": {
    title: "Couldn't deliver: WhatsApp does not accept your sender's credentials.",
    cure: "Check the WhatsApp sender in the Twilio Console.",
    kind: "credentials",
    action: "fix_credentials",
  },
  "63003": {
    title: "Couldn't deliver: this person does not seem to use WhatsApp.",
    cure: "Send an SMS instead, or check the number.",
    kind: "permanent",
    action: "fix_number",
  },
  "63005": {
    title: "Couldn't deliver: WhatsApp refused what the message contains.",
    cure: "Change the text or the file type and send it again.",
    kind: "permanent",
  },
  "63007": {
    title: "Couldn't deliver: the number you send from is no WhatsApp sender.",
    cure: "Connect the number to WhatsApp in the Twilio Console, or send from the one that is.",
    kind: "setup",
    action: "fix_sender",
  },
  "63012": {
    title: "Not delivered: WhatsApp had a problem of its own.",
    cure: "Try again in a few minutes.",
    kind: "retryable",
    action: "retry",
  },
  "63013": {
    title: "Couldn't deliver: WhatsApp found a rule broken, often an empty template variable.",
    cure: "Fill in every variable of the template and send it again.",
    kind: "permanent",
    action: "use_template",
  },
  "63015": {
    title: "Couldn't deliver: this person has not joined your WhatsApp sandbox.",
    cure: 'Ask them to send "join" and your sandbox words to the sandbox number first.',
    kind: "setup",
    action: "ask_to_opt_in",
  },
  "63016": {
    title: "Couldn't deliver: the 24 hours in which you may write freely on WhatsApp are over.",
    cure: "Send an approved template; when the customer answers, you may write freely again.",
    kind: "window",
    action: "use_template",
  },
  "63018": {
    title: "Not sent yet: WhatsApp allows only so many messages a second.",
    cure: "Nothing to do. Try again in a moment if it stays unsent.",
    kind: "rate_limit",
    action: "retry",
  },
  "63019": {
    title: "Couldn't deliver: WhatsApp could not fetch the attachment.",
    cure: "Attach the file again; it must be smaller than 16 MB.",
    kind: "retryable",
    action: "retry",
  },
  "63020": {
    title: "Couldn't deliver: Meta still waits for your business to accept its invitation.",
    cure: "Accept Twilio's request in Meta Business Manager.",
    kind: "setup",
    action: "register",
  },
  "63024": {
    title: "Couldn't deliver: this is not a valid WhatsApp recipient.",
    cure: "Send an SMS instead, or check the number.",
    kind: "permanent",
    action: "fix_number",
  },
  "63032": {
    title: "Couldn't deliver: WhatsApp limits how much this person may be sent.",
    cure: "Wait a day, or send an SMS instead.",
    kind: "retryable",
    action: "retry",
  },
  "63014": {
    title: "Couldn't deliver: the recipient has blocked you on WhatsApp.",
    cure: "Call instead and ask whether they want messages.",
    kind: "opt_out",
    action: "call_instead",
  },
};
