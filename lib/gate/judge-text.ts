import { isSuppressed } from "@/lib/consent";
import { whatsappWindowEnd } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import type { TenantSettings } from "@/lib/tenants";
import { reserveUsage } from "@/lib/usage";
import type { UsageOrder } from "@/lib/usage/schema";
import { capReached, judgeText } from "./rules";
import type { TextFacts, Verdict } from "./schema";

/** One text at the gate. */
export type TextAtGate = {
  channel: "sms" | "whatsapp";
  to: string;
  segments: number;
  isTemplate?: boolean;
  whatsappInboundAt: Date | null;
  /** The message it will be, and where it leaves: what it costs is reserved under them. */
  messageId: string;
  carrier: string;
  numberId: string | null;
  connectionId: string | null;
};

/** The part of a tenant that the gate reads. */
export type TenantAtGate = {
  settings: TenantSettings;
  timezone: string;
  country: string;
  status: "active" | "suspended";
};

/**
 * The one decision about an outbound text, taken inside the transaction that writes the message. On "yes" its
 * cost has been reserved against the day's caps, which hold under any concurrency.
 */
export async function passGate(sql: Sql, ctx: Ctx, text: TextAtGate, tenant: TenantAtGate): Promise<Verdict> {
  const facts = await gatherFacts(sql, ctx, text, tenant);
  const verdict = judgeText(facts);
  if (!verdict.ok) return verdict;
  const reserved = await reserveUsage(sql, ctx, orderOf(text), tenant);
  return reserved.ok ? verdict : capReached(reserved);
}

async function gatherFacts(sql: Sql, ctx: Ctx, text: TextAtGate, tenant: TenantAtGate): Promise<TextFacts> {
  const bare = text.to.replace(/^whatsapp:/, "");
  const phone = parsePhone(bare, "");
  return {
    channel: text.channel,
    to: text.to,
    country: phone.ok ? phone.country : null,
    isNumberPossible: phone.ok || (text.channel === "whatsapp" && !bare.startsWith("+")),
    isCostly: phone.ok && isCostlyKind(phone.kind),
    isSuspended: tenant.status === "suspended",
    isSuppressed: await isSuppressed(sql, ctx, text.to),
    allowedCountries: tenant.settings.limits.allowedCountries ?? [tenant.country],
    whatsappWindowEnd: whatsappWindowEnd(text.whatsappInboundAt),
    isTemplate: text.isTemplate ?? false,
    quietUntil: null, // quiet hours get their place here; no tenant has them yet
    now: ctx.clock.now(),
  };
}

function orderOf({
  messageId,
  channel,
  to,
  segments,
  carrier,
  numberId,
  connectionId,
}: TextAtGate): UsageOrder {
  const units = channel === "sms" ? segments : 1;
  return {
    ...{ subject: `message:${messageId}`, kind: channel, direction: "outbound", units },
    ...{ carrier, address: to, numberId, connectionId },
  };
}
