import { isSuppressed } from "@/lib/consent";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import type { KnownPlace } from "@/lib/kernel/zones";
import { reserveUsage } from "@/lib/usage";
import { hoursOf, type TenantAtGate } from "./judge-text";
import { capReached, judgeCall } from "./rules";
import type { CallFacts, Verdict } from "./schema";

/** A call that somebody wants to place. `to` in any spelling. */
export type CallAtGate = {
  to: string;
  callId: string;
  carrier: string;
  numberId: string | null;
  connectionId: string | null;
  /** Nobody talks but the receptionist. */
  isAutomatic?: boolean;
};

/** What the gate would say of a call to this number now that a person places, caps aside. */
export function previewCall(to: string, tenant: TenantAtGate): Verdict {
  return judgeCall(factsOf(to, tenant, new Date(0)));
}

/**
 * The one decision about an outbound call, taken inside the transaction that writes it. On "yes" its first minute has
 * been reserved against the day's caps.
 */
export async function passCallGate(
  sql: Sql,
  ctx: Ctx,
  { to, callId, isAutomatic = false, ...line }: CallAtGate,
  tenant: TenantAtGate,
): Promise<Verdict> {
  const known = isAutomatic ? await askAround(sql, ctx, to, tenant) : {};
  const verdict = judgeCall({ ...factsOf(to, tenant, ctx.clock.now()), ...known });
  if (!verdict.ok) return verdict;
  const order = {
    ...{ subject: `call:${callId}`, kind: "call_minute" as const, direction: "outbound" as const },
    ...{ ...line, address: to, units: 1 },
  };
  const reserved = await reserveUsage(sql, ctx, order, tenant);
  return reserved.ok ? verdict : capReached(reserved);
}

/** Whether an assistant may call this number now; for a call that waited since it passed the gate. */
export async function mayStillCall(sql: Sql, ctx: Ctx, to: string, tenant: TenantAtGate): Promise<Verdict> {
  return judgeCall({ ...factsOf(to, tenant, ctx.clock.now()), ...(await askAround(sql, ctx, to, tenant)) });
}

function factsOf(to: string, tenant: TenantAtGate, now: Date): CallFacts {
  const phone = parsePhone(to, tenant.country);
  return {
    spelling: to,
    country: phone.ok ? phone.country : null,
    isNumberPossible: phone.ok,
    isCostly: phone.ok && isCostlyKind(phone.kind),
    allowedCountries: tenant.settings.limits.allowedCountries ?? [tenant.country],
    isSuspended: tenant.status === "suspended",
    ...{ isOwnNumber: false, isUnwanted: false },
    ...{ quietHours: null, zones: [], now }, // a person who calls minds the hour by themselves
  };
}

type Around = Pick<CallFacts, "isOwnNumber" | "isUnwanted" | "quietHours" | "zones">;

async function askAround(sql: Sql, ctx: Ctx, to: string, tenant: TenantAtGate): Promise<Around> {
  const phone = parsePhone(to, tenant.country);
  const e164 = phone.ok ? phone.e164 : to;
  const row = await sql.one<{ isOwnNumber: boolean; place: KnownPlace | null }>(
    `SELECT EXISTS (SELECT FROM numbers WHERE tenant_id = $1::uuid AND e164 = $2 AND status = 'active') AS "isOwnNumber",
        (SELECT jsonb_build_object('timezone', k.timezone, 'country', k.country, 'region', k.region)
           FROM customer_addresses a JOIN customers k ON k.tenant_id = a.tenant_id AND k.id = a.customer_id
          WHERE a.tenant_id = $1::uuid AND a.address = $2) AS place`,
    [ctx.tenantId, e164],
  );
  return {
    isOwnNumber: row?.isOwnNumber ?? false,
    isUnwanted: await isSuppressed(sql, ctx, e164),
    ...hoursOf({ to: e164, place: row?.place ?? null }, tenant, phone.ok ? phone.country : null),
  };
}
