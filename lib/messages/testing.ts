import type { InboundText } from "@/lib/carriers";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { unsafeAddNumber } from "@/lib/numbers";
import type { SeededTenant } from "@/lib/tenants/testing";
import type { ReceivedText } from "./received-text";

/** A number that texts and takes WhatsApp, added to a seeded tenant. Each call gives another one. */
export async function seedNumber(
  tenant: SeededTenant,
  e164 = nextNumber(),
): Promise<{ id: string; e164: string }> {
  const { id } = await unsafeAddNumber(tenant.ctx, {
    e164,
    carrier: "twilio",
    label: "Front desk",
    kinds: ["sms", "whatsapp", "voice"],
    teamId: tenant.teamId,
  });
  return { id, e164 };
}

/** The context in which a carrier's webhook acts for a seeded tenant. */
export function carrierOf(tenant: SeededTenant): Ctx {
  return { ...tenant.ctx, actor: { kind: "carrier", carrier: "twilio" } };
}

/** An inbound text as the webhook parser gives it, with its raw event. */
export function inboundText(to: string, overrides: Partial<InboundText> = {}): ReceivedText {
  const sid = overrides.sid ?? `SM${newId().replaceAll("-", "")}`;
  const text: InboundText = {
    sid,
    accountId: "AC00000000000000000000000000000001",
    channel: "sms",
    from: "+14155552671",
    to,
    fromPhone: "+14155552671",
    body: "Hello",
    media: [],
    segments: 1,
    pool: "",
    profileName: "",
    isForwarded: false,
    duplicated: [],
    ...overrides,
  };
  return {
    text,
    raw: { carrier: "twilio", kind: "text", key: `text ${sid}`, token: null, body: `Body=${text.body}` },
    tenant: { country: "US", slug: "riverside" },
  };
}

let last = 5_550_100;

function nextNumber(): string {
  last += 1;
  return `+1415${last}`;
}
