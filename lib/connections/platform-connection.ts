import type { CarrierName, Credentials } from "@/lib/carriers";
import { env, simulatorTwilio } from "@/lib/env";
import type { OpenConnection } from "./schema";

// The simulator's Vobiz account is public, like its Twilio one: it opens nothing outside this machine.
const simulatorVobiz = { authId: "MA_DEMO0001", authToken: "fedcba9876543210fedcba9876543210" };

/**
 * The platform's own account with a carrier, from the settings; null when there is none.
 * A demo tenant only ever gets the simulator's, so that nothing it does can reach a real phone.
 */
export function platformConnection(carrier: CarrierName, tenant: { isDemo: boolean }): OpenConnection | null {
  const credentials = tenant.isDemo ? simulatorCredentials(carrier) : settingsCredentials(carrier);
  if (!credentials) return null;
  const apiBaseUrl = tenant.isDemo ? simulatorUrl() : baseUrls()[carrier];
  return {
    id: null,
    scope: "platform",
    carrier,
    accountId: credentials.accountSid ?? credentials.authId ?? "",
    connection: { credentials, apiBaseUrl },
  };
}

function settingsCredentials(carrier: CarrierName): Credentials | null {
  if (carrier === "vobiz") return env.simulatorMode ? simulatorVobiz : null;
  return env.twilio && { accountSid: env.twilio.accountSid, authToken: env.twilio.authToken };
}

function simulatorCredentials(carrier: CarrierName): Credentials | null {
  if (!env.simulatorMode) return null;
  if (carrier === "vobiz") return simulatorVobiz;
  return { accountSid: simulatorTwilio.accountSid, authToken: simulatorTwilio.authToken };
}

function simulatorUrl(): string {
  return `http://localhost:${env.simulatorPort}`;
}

function baseUrls(): Record<CarrierName, string> {
  return { twilio: env.twilioApiBaseUrl, vobiz: env.vobizApiBaseUrl };
}
