import type { ExplanationTable } from "../../../ports/explanation";

/** What the doctor and the marketplace meet. */
export const setupExplanations: ExplanationTable = {
  // Webhooks and call instructions, seen by the doctor
  "11200": {
    title: "Twilio could not fetch an answer from this desk.",
    cure: "Run the connection doctor: it checks the public address and repairs the webhooks.",
    kind: "setup",
    action: "check_webhook",
  },
  "11205": {
    title: "Twilio could not connect to this desk.",
    cure: "Check that the public address is reachable from outside and its certificate is valid.",
    kind: "setup",
    action: "check_webhook",
  },
  "11210": {
    title: "Twilio could not find this desk's host name.",
    cure: "Check the host in PUBLIC_URL and its DNS record.",
    kind: "setup",
    action: "check_webhook",
  },
  "11215": {
    title: "Twilio was redirected too often by this desk.",
    cure: "Set PUBLIC_URL to the final https address, without www or a trailing slash that redirects.",
    kind: "setup",
    action: "check_webhook",
  },
  "11217": {
    title: "This desk answered Twilio with a failure.",
    cure: "Run the connection doctor and look at the last webhooks.",
    kind: "setup",
    action: "check_webhook",
  },
  "12100": {
    title: "Twilio could not read the call instructions.",
    cure: "This is a fault of this desk. Please report it with the call's X-ray.",
    kind: "setup",
  },
  "12200": {
    title: "Twilio did not accept the call instructions.",
    cure: "This is a fault of this desk. Please report it with the call's X-ray.",
    kind: "setup",
  },
  "12300": {
    title: "Twilio received an answer of the wrong type.",
    cure: "Something between Twilio and this desk changes answers. Check the proxy.",
    kind: "setup",
    action: "check_webhook",
  },
  "21220": {
    title: "Too late: the call is already over.",
    cure: "Nothing to do, or call again.",
    kind: "permanent",
  },
  // Buying numbers
  "21421": {
    title: "Couldn't buy: this is not a valid phone number.",
    cure: "Choose another number from the list.",
    kind: "permanent",
  },
  "21422": {
    title: "Couldn't buy: somebody else has just taken this number.",
    cure: "Choose another number from the list.",
    kind: "permanent",
  },
  "21452": {
    title: "Couldn't buy: there are no numbers in this area.",
    cure: "Try another area code or town.",
    kind: "permanent",
  },
  "21615": {
    title: "Couldn't buy: numbers of this country need a local address on file.",
    cure: "Add an address in the Twilio Console under Regulatory compliance, then buy again.",
    kind: "registration",
    action: "register",
  },
  "21631": {
    title: "Couldn't buy: numbers of this country need an address on file.",
    cure: "Add an address in the Twilio Console under Regulatory compliance, then buy again.",
    kind: "registration",
    action: "register",
  },
  "21649": {
    title: "Couldn't buy: numbers of this kind need identity papers on file.",
    cure: "Create a regulatory bundle in the Twilio Console, then buy again.",
    kind: "registration",
    action: "register",
  },
};
