import { platformSender } from "@/lib/connections";
import { env } from "@/lib/env";
import { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";

/** A number of the platform's account that tenants without one of their own may send from. */
export type SharedNumber = { carrier: string; e164: string };

/**
 * The platform's number, as the super admin or the settings (`TWILIO_FROM_NUMBER`) name it. null when there is none, for the demo, and when it belongs to one of the
 * tenants: answers to it would arrive there.
 */
export async function sharedNumber(tenant: { isDemo: boolean }): Promise<SharedNumber | null> {
  const carrier = env.defaultTextingCarrier;
  const entered = await platformSender(carrier);
  const e164 = entered ?? env.carriers[carrier]?.fromNumber;
  if (!e164 || tenant.isDemo) return null;
  return (await unsafeTenantOfNumber(carrier, e164)) === null ? { carrier, e164 } : null;
}
