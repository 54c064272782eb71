import { isSuppressed } from "@/lib/consent";
import { whatsappWindowEnd } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Actor, Ctx } from "@/lib/kernel/context";
import { isCostlyKind, parsePhone } from "@/lib/kernel/phone";
import { type KnownPlace, zonesOf } from "@/lib/kernel/zones";
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
  /** When the person last wrote or called, and where they live as far as that is known. */
  lastInboundAt: Date | null;
  place: KnownPlace | null;
  /** Somebody decided to send although it may be quiet where they are. */
  evenIfQuiet?: boolean;
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

/** What the gate would say of this text at a moment, caps aside. */
export async function previewText(
  sql: Sql,
  ctx: Ctx,
  text: Omit<TextAtGate, "messageId">,
  tenant: TenantAtGate,
  at: Date,
): Promise<Verdict> {
  return judgeText(await gatherFacts(sql, ctx, text, tenant, at));
}

/**
 * The one decision about an outbound text, taken inside the transaction that writes the message. On "yes" its
 * cost has been reserved against the day's caps, which hold under any concurrency.
 */
export async function passGate(sql: Sql, ctx: Ctx, text: TextAtGate, tenant: TenantAtGate): Promise<Verdict> {
  const verdict = await previewText(sql, ctx, text, tenant, ctx.clock.now());
  if (!verdict.ok) return verdict;
  const reserved = await reserveUsage(sql, ctx, orderOf(text), tenant);
  return reserved.ok ? verdict : capReached(reserved);
}

async function gatherFacts(
  sql: Sql,
  ctx: Ctx,
  text: Omit<TextAtGate, "messageId">,
  tenant: TenantAtGate,
  now: Date,
): Promise<TextFacts> {
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
    ...hoursOf(text, tenant, phone.ok ? phone.country : null),
    lastInboundAt: text.lastInboundAt,
    insists: text.evenIfQuiet ?? false,
    mayInsist: mayInsist(ctx.actor),
    now,
  };
}

/** Whether this actor may decide to send in quiet hours: a person, or a program that somebody wrote; never our own machinery. */
export function mayInsist({ kind }: Actor): boolean {
  return kind === "user" || kind === "api_key";
}

/** The quiet hours that reign, and the clocks they are read from: the person's, as far as that is known. */
export function hoursOf(
  { to, place }: Pick<TextAtGate, "to" | "place">,
  { settings: { quietHours }, timezone }: TenantAtGate,
  country: string | null,
): Pick<TextFacts, "quietHours" | "zones"> {
  if (!quietHours.isOn) return { quietHours: null, zones: [] };
  const known = place ?? { timezone: null, country: null, region: null };
  const zones = zonesOf({ ...known, country: known.country ?? country }, to);
  return { quietHours, zones: zones.length > 0 ? zones : [timezone] };
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
