import { newSecret, open, processKeyring, type SealedPlace, seal } from "@/lib/crypto";
import type { TenantId } from "@/lib/kernel/ids";

/** A fresh secret that a rule signs its webhooks with, sealed for storing. `whsec_` and base64, as Standard Webhooks has it. */
export function sealNewSecret(tenantId: TenantId, automationId: string): string {
  const secret = `whsec_${Buffer.from(newSecret(24), "base64url").toString("base64")}`;
  return seal(processKeyring(), placeOf(tenantId, automationId), secret);
}

/** The secret again. */
export function openSecret(tenantId: TenantId, automationId: string, sealed: string): string {
  return open(processKeyring(), placeOf(tenantId, automationId), sealed);
}

/** Where a rule's secret belongs; it opens nowhere else. */
export function placeOf(tenantId: TenantId, automationId: string): SealedPlace {
  return { tenantId, purpose: "automation", field: automationId };
}
