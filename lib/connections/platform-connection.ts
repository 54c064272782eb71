import type { CarrierName } from "@/lib/carriers";
import { env } from "@/lib/env";
import { loadPlatformAccount } from "./platform-account";
import { beforeReplacement } from "./replaced-secrets";
import type { OpenConnection } from "./schema";

/**
 * The platform's own account with a carrier: the one that the super admin has entered, else the one of the settings; null
 * when there is none. A demo tenant only ever gets the simulator's, so that nothing it does can reach a real phone.
 */
export async function platformConnection(
  carrier: CarrierName,
  tenant: { isDemo: boolean },
): Promise<OpenConnection | null> {
  return (await platformConnections(carrier, tenant))[0] ?? null;
}

/** {@link platformConnection}, and the same account with the token that was replaced, while that may still sign. */
export async function platformConnections(
  carrier: CarrierName,
  tenant: { isDemo: boolean },
  now = new Date(),
): Promise<OpenConnection[]> {
  const entered = tenant.isDemo ? null : await loadPlatformAccount(carrier);
  if (!entered) return fromSettings(carrier, tenant);
  const { accountId, fields, replaced, settings } = entered;
  const apiBaseUrl = env.carriers[carrier]?.apiBaseUrl;
  const one: OpenConnection = {
    ...{ id: null, scope: "platform", carrier, accountId, verification: settings.verification },
    ...(settings.pool ? { pool: settings.pool } : {}),
    connection: { credentials: fields, ...(apiBaseUrl ? { apiBaseUrl } : {}) },
  };
  const former = beforeReplacement(one, { replaced, until: settings.previousUntil }, now);
  return former ? [one, former] : [one];
}

function fromSettings(carrier: CarrierName, tenant: { isDemo: boolean }): OpenConnection[] {
  const settings = env.carriers[carrier];
  if (!settings || (tenant.isDemo && !env.simulatorMode)) return [];
  const credentials = tenant.isDemo ? settings.simulatorAccount : settings.account;
  if (!credentials) return [];
  return [
    {
      ...{ id: null, scope: "platform", carrier },
      // Where the demo's account does not sign, its plain URLs are believed unsigned; the doctor says so in amber.
      verification: tenant.isDemo && !settings.simulatorSigns ? "optional" : "strict",
      accountId: credentials.accountSid ?? credentials.authId ?? "",
      connection: { credentials, apiBaseUrl: tenant.isDemo ? env.simulatorUrl : settings.apiBaseUrl },
    },
  ];
}
