import { isCarrierName } from "@/lib/carriers";
import { loadPlatformAccount } from "./platform-account";

/** The number that the super admin entered for businesses without one; null when none was. */
export async function platformSender(carrier: string): Promise<string | null> {
  if (!isCarrierName(carrier)) return null;
  return (await loadPlatformAccount(carrier))?.settings.fromNumber ?? null;
}
