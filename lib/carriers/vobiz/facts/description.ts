import type { CarrierDescription } from "../../ports/description";

const noTexts = "Vobiz sends no SMS. Connect Twilio for texts; calls stay on Vobiz.";

/** Vobiz as data. Facts: reference/vobiz-contract.md of the design notes; docs.vobiz.ai. */
export const description: CarrierDescription = {
  name: "vobiz",
  label: "Vobiz",
  apiBaseUrl: "https://api.vobiz.ai",
  credentialFields: [
    {
      name: "authId",
      label: "Auth ID",
      secret: false,
      required: true,
      pattern: "^(MA|SA)_[A-Za-z0-9]{4,64}$",
      problem: "An Auth ID begins with MA_ or SA_.",
      placeholder: "MA_…",
      help: "In the Vobiz console under Account. Older guides call it App ID.",
    },
    {
      name: "authToken",
      label: "Auth Token",
      secret: true,
      required: true,
      pattern: "^[^\\s]{20,256}$",
      problem: "An Auth Token has no spaces and at least 20 characters.",
      help: "Beside the Auth ID. Older guides call it API Key.",
    },
    {
      name: "parentAuthToken",
      label: "Parent account's Auth Token",
      secret: true,
      required: false,
      pattern: "^[^\\s]{20,256}$",
      problem: "An Auth Token has no spaces and at least 20 characters.",
      help: "For sub-accounts (SA_…) whose webhooks are signed by the parent account.",
    },
  ],
  capabilities: {
    sms: false,
    whatsapp: false,
    voice: true,
    numbers: true,
    recordings: true,
    softphone: false,
    relay: false,
    media_stream: true,
    queue: false,
    payment: false,
    caller_names: false,
  },
  missing: {
    sms: noTexts,
    whatsapp: "WhatsApp over Vobiz is not supported yet. Connect Twilio for WhatsApp.",
    softphone: "The browser softphone needs a Twilio number.",
    relay: "Vobiz has no ConversationRelay. Use gather or stream.",
    queue: "Vobiz has no call queue of its own; callers wait in a conference.",
    payment: "Vobiz takes no card payments on calls.",
    caller_names: "Vobiz does not look up names of callers.",
  },
  limits: { answerSeconds: 3, bodyCharacters: 0, mediaPerText: 0, speechCharacters: 3_000 },
  inputPath: "input",
  statusPath: "hangup",
  signsSockets: false,
  dialects: ["documented", "seeds"],
  webhooksBelongTo: "application",
  numberCountries: ["IN"],
};
