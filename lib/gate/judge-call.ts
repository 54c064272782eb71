import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import { reserveUsage } from "@/lib/usage";
import type { TenantAtGate } from "./judge-text";
import { capReached, judgeCall } from "./rules";
import type { Verdict } from "./schema";

/** A call that somebody wants to place. `to` in any spelling. */
export type CallAtGate = {
  to: string;
  callId: string;
  carrier: string;
  numberId: string | null;
  connectionId: string | null;
};

/** What the gate would say of a call to this number now, caps aside. */
export function previewCall(to: string, tenant: TenantAtGate): Verdict {
  const phone = parsePhone(to, tenant.country);
  return judgeCall({
    spelling: to,
    country: phone.ok ? phone.country : null,
    isNumberPossible: phone.ok,
    isCostly: phone.ok && isCostlyKind(phone.kind),
    allowedCountries: tenant.settings.limits.allowedCountries ?? [tenant.country],
  });
}

/**
 * The one decision about an outbound call, taken inside the transaction that writes it. On "yes" its first minute has
 * been reserved against the day's caps.
 */
export async function passCallGate(
  sql: Sql,
  ctx: Ctx,
  { to, callId, ...line }: CallAtGate,
  tenant: TenantAtGate,
): Promise<Verdict> {
  const verdict = previewCall(to, tenant);
  if (!verdict.ok) return verdict;
  const order = {
    ...{ subject: `call:${callId}`, kind: "call_minute" as const, direction: "outbound" as const },
    ...{ ...line, address: to, units: 1 },
  };
  const reserved = await reserveUsage(sql, ctx, order, tenant);
  return reserved.ok ? verdict : capReached(reserved);
}
