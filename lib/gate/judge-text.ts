import { isSuppressed } from "@/lib/consent";
import { whatsappWindowEnd } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import { localDay } from "@/lib/kernel/time";
import type { TenantSettings } from "@/lib/tenants";
import { capReached, judgeText } from "./rules";
import type { TextFacts, Verdict } from "./schema";

/** One text at the gate. */
export type TextAtGate = {
  channel: "sms" | "whatsapp";
  to: string;
  segments: number;
  isTemplate?: boolean;
  whatsappInboundAt: Date | null;
};

/** The part of a tenant that the gate reads. */
export type TenantAtGate = { settings: TenantSettings; timezone: string; country: string };

/**
 * The one decision about an outbound text, taken inside the transaction that writes the message. On "yes" the
 * day's cap has been charged; the conditional update holds under any concurrency.
 */
export async function passGate(sql: Sql, ctx: Ctx, text: TextAtGate, tenant: TenantAtGate): Promise<Verdict> {
  const facts = await gatherFacts(sql, ctx, text, tenant);
  const verdict = judgeText(facts);
  if (!verdict.ok) return verdict;
  const allowance = allowanceOf(text, tenant);
  return (await chargeDay(sql, ctx, allowance, tenant.timezone))
    ? verdict
    : capReached(allowance.cap, text.channel);
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
    isSuppressed: await isSuppressed(sql, ctx, text.to),
    allowedCountries: tenant.settings.limits.allowedCountries ?? [tenant.country],
    whatsappWindowEnd: whatsappWindowEnd(text.whatsappInboundAt),
    isTemplate: text.isTemplate ?? false,
    quietUntil: null, // quiet hours get their place here; no tenant has them yet
    now: ctx.clock.now(),
  };
}

type Allowance = { kind: "sms_segments" | "whatsapp_messages"; amount: number; cap: number };

function allowanceOf(text: TextAtGate, { settings }: TenantAtGate): Allowance {
  if (text.channel === "whatsapp")
    return { kind: "whatsapp_messages", amount: 1, cap: settings.limits.dailyWhatsappCap };
  return { kind: "sms_segments", amount: text.segments, cap: settings.limits.dailyTextCap };
}

async function chargeDay(
  sql: Sql,
  ctx: Ctx,
  { kind, amount, cap }: Allowance,
  timezone: string,
): Promise<boolean> {
  if (amount > cap) return false;
  const touched = await sql.run(
    `INSERT INTO daily_usage AS u (tenant_id, day, kind, used) VALUES ($1::uuid, $2::date, $3, $4::int)
     ON CONFLICT (tenant_id, day, kind) DO UPDATE SET used = u.used + excluded.used WHERE u.used + excluded.used <= $5::int`,
    [ctx.tenantId, localDay(ctx.clock.now(), timezone), kind, amount, cap],
  );
  return touched === 1;
}
