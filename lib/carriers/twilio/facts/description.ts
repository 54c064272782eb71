import type { CarrierDescription } from "../../ports/description";

/** The one host that media and recordings are fetched from, and that credentials go to. */
export const twilioApiHost = "api.twilio.com";

/**
 * The base URL of a stand-in (the simulator); undefined when the connection speaks with Twilio itself, which lives on
 * several hosts.
 */
export function standInUrl(apiBaseUrl: string | undefined): string | undefined {
  if (!apiBaseUrl || new URL(apiBaseUrl).host === twilioApiHost) return undefined;
  return apiBaseUrl.replace(/\/+$/, "");
}

/** Twilio as data. */
export const description: CarrierDescription = {
  name: "twilio",
  label: "Twilio",
  apiBaseUrl: `https://${twilioApiHost}`,
  credentialFields: [
    {
      name: "accountSid",
      label: "Account SID",
      secret: false,
      required: true,
      pattern: "^AC[0-9a-fA-F]{32}$",
      problem: "An Account SID begins with AC and has 34 characters.",
      placeholder: "AC…",
      help: "On the first page of the Twilio Console, under Account Info.",
    },
    {
      name: "authToken",
      label: "Auth Token",
      secret: true,
      required: true,
      pattern: "^[^\\s]{32,256}$",
      problem: "An Auth Token has at least 32 characters and no spaces.",
      help: "Beside the Account SID; press Show. Webhooks can be verified with this token only, not with an API key.",
    },
    {
      name: "apiKeySid",
      label: "API Key SID",
      secret: false,
      required: false,
      pattern: "^SK[0-9a-fA-F]{32}$",
      problem: "An API Key SID begins with SK and has 34 characters.",
      placeholder: "SK…",
      help: "Made by the wizard; needed for the browser softphone.",
    },
    {
      name: "apiKeySecret",
      label: "API Key Secret",
      secret: true,
      required: false,
      pattern: "^[^\\s]{16,256}$",
      problem: "An API Key Secret has no spaces and at least 16 characters.",
      help: "Shown by Twilio once, when the key is made. The wizard stores it for you.",
    },
  ],
  capabilities: {
    sms: true,
    whatsapp: true,
    voice: true,
    numbers: true,
    recordings: true,
    softphone: true,
    relay: true,
    media_stream: true,
    queue: true,
    payment: true,
    caller_names: true,
  },
  missing: {},
  limits: { answerSeconds: 15, bodyCharacters: 1_600, mediaPerText: 10, speechCharacters: 4_096 },
  inputPath: "gather",
  statusPath: "status",
  signsSockets: true,
  dialects: ["documented"],
  webhooksBelongTo: "number",
  numberCountries: [],
};
