import type { CarrierName } from "@/lib/carriers";
import { env } from "@/lib/env";
import type { OpenConnection } from "./schema";

/**
 * The platform's own account with a carrier, from the settings; null when there is none.
 * A demo tenant only ever gets the simulator's, so that nothing it does can reach a real phone.
 */
export function platformConnection(carrier: CarrierName, tenant: { isDemo: boolean }): OpenConnection | null {
  const settings = env.carriers[carrier];
  if (!settings || (tenant.isDemo && !env.simulatorMode)) return null;
  const credentials = tenant.isDemo ? settings.simulatorAccount : settings.account;
  if (!credentials) return null;
  return {
    id: null,
    scope: "platform",
    carrier,
    // Where the demo's account does not sign, its plain URLs are believed unsigned; the doctor says so in amber.
    verification: tenant.isDemo && !settings.simulatorSigns ? "optional" : "strict",
    accountId: credentials.accountSid ?? credentials.authId ?? "",
    connection: { credentials, apiBaseUrl: tenant.isDemo ? env.simulatorUrl : settings.apiBaseUrl },
  };
}
