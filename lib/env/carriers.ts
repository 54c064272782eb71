import type { Settings } from "./settings";

/** What the settings say about one carrier; the rest of the product asks by name and knows no carrier. */
export type CarrierSettings = {
  /** The platform's account, by the names of the carrier's credential fields; `null`: tenants bring their own. */
  account: Readonly<Record<string, string>> | null;
  /** The account that the simulator answers to. It is public and opens nothing outside this machine. */
  simulatorAccount: Readonly<Record<string, string>>;
  /** Whether the demo's account at the simulator signs its webhooks. */
  simulatorSigns: boolean;
  /** Origin of REST calls: the carrier's, or the simulator's while that runs. */
  apiBaseUrl: string;
  /** Whether texts may leave through this carrier at all. */
  mayText: boolean;
  /** Number for tenants without one of their own. */
  fromNumber?: string;
  /** Pool of senders that the platform's texts leave through instead of a single number. */
  textingPool?: string;
};

const simulatorTwilio = {
  accountSid: "AC00000000000000000000000000000001",
  authToken: "0123456789abcdef0123456789abcdef",
  apiKeySid: "SK00000000000000000000000000000001",
  apiKeySecret: "abcdef0123456789abcdef0123456789",
};
const simulatorVobiz = { authId: "MA_DEMO0001", authToken: "fedcba9876543210fedcba9876543210" };

/** Reads the settings of every carrier; `simulatorUrl` is `null` when this install talks to the real ones. */
export function readCarriers(given: Settings, simulatorUrl: string | null): Record<string, CarrierSettings> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = given;
  const own = accountSid && authToken ? { accountSid, authToken } : null;
  const fromNumber = own ? given.TWILIO_FROM_NUMBER : simulatorUrl === null ? undefined : "+15005550006";
  return {
    twilio: {
      account: own ?? (simulatorUrl === null ? null : simulatorTwilio),
      simulatorAccount: simulatorTwilio,
      simulatorSigns: true,
      apiBaseUrl: given.TWILIO_API_BASE_URL ?? simulatorUrl ?? "https://api.twilio.com",
      mayText: given.SMS_TWILIO_ENABLED ?? true,
      ...(fromNumber ? { fromNumber } : {}),
      ...(own && given.TWILIO_MESSAGING_SERVICE_SID
        ? { textingPool: given.TWILIO_MESSAGING_SERVICE_SID }
        : {}),
    },
    vobiz: {
      account: simulatorUrl === null ? null : simulatorVobiz,
      simulatorAccount: simulatorVobiz,
      simulatorSigns: false,
      apiBaseUrl: given.VOBIZ_API_BASE_URL ?? simulatorUrl ?? "https://api.vobiz.ai",
      mayText: true,
    },
  };
}
