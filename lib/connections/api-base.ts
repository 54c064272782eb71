import type { CarrierName } from "@/lib/carriers";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";

/** Where an own account's REST calls go. A demo business only ever reaches the simulator, whatever account it enters. */
export function apiBaseFor(carrier: CarrierName, tenant: { isDemo: boolean }): { apiBaseUrl?: string } {
  const apiBaseUrl = env.carriers[carrier]?.apiBaseUrl;
  if (tenant.isDemo && !env.simulatorMode)
    throw new AppError(
      "refused",
      "A demo business cannot reach a real carrier. Connect the account in a business of your own.",
    );
  return apiBaseUrl ? { apiBaseUrl } : {};
}
