import { carrier, type InboundText } from "@/lib/carriers";
import { parsePhone } from "@/lib/kernel/phone";
import { receiveStatus, receiveText } from "@/lib/messages";
import { unsafeTenantOfNumber } from "@/lib/numbers";
import { type Believed, type HookHandler, hook } from "./hook";
import { emptyInstructions, noted, refused } from "./reply";
import { type Addressee, unsafeAddressee, unsafeAddresseeById } from "./unsafe-addressee";

/** Inbound SMS and WhatsApp of the tenant in the path. */
export const inboundText: HookHandler = hook({
  carrier: "twilio",
  kind: "text",
  addressee: ({ slug = "" }) => unsafeAddressee("twilio", slug),
  answer: acceptText,
});

/** Inbound SMS and WhatsApp of whoever owns the number: Messaging Services, and one URL for all tenants. */
export const inboundTextByNumber: HookHandler = hook({
  carrier: "twilio",
  kind: "text",
  addressee: (_params, request) => byNumber(request.fields.get("To")?.[0]),
  answer: acceptText,
});

/** Delivery states of the tenant in the path; `{messageId}` is ours. */
export const textStatus: HookHandler = hook({
  carrier: "twilio",
  kind: "text_status",
  addressee: ({ slug = "" }) => unsafeAddressee("twilio", slug),
  answer: acceptStatus,
});

/** Delivery states on a URL shared by all tenants: the sender is our number. */
export const textStatusByNumber: HookHandler = hook({
  carrier: "twilio",
  kind: "text_status",
  addressee: (_params, request) => byNumber(request.fields.get("From")?.[0]),
  answer: acceptStatus,
});

async function acceptText({ ctx, addressee, request, raw }: Believed): Promise<Response | null> {
  const parsed = carrier("twilio").webhooks.parseText(request);
  if (!parsed.ok) return null;
  const input = { text: parsed.value, raw, tenant: addressee };
  const reception = await receiveText(ctx, input);
  if (reception.outcome !== "unknown_number") return emptyInstructions();
  if (await isForeign(addressee, parsed.value)) return refused();
  await receiveText(ctx, { ...input, acceptUnknownNumber: true });
  return emptyInstructions();
}

async function acceptStatus({ ctx, request, params, raw }: Believed): Promise<Response | null> {
  const parsed = carrier("twilio").webhooks.parseTextStatus(request);
  if (!parsed.ok) return noted(); // a state word that is new to us; Twilio adds them without notice
  await receiveStatus(ctx, {
    ...(params.messageId ? { messageId: params.messageId } : {}),
    update: parsed.value,
    raw,
  });
  return noted();
}

/** Whether the number belongs to another tenant: then the slug in the URL is wrong, whoever signed. */
async function isForeign(addressee: Addressee, text: InboundText): Promise<boolean> {
  const owner = await ownerOf(text.to);
  return owner !== null && owner !== addressee.tenantId;
}

async function byNumber(address: string | undefined): Promise<Addressee | null> {
  const owner = address ? await ownerOf(address) : null;
  return owner ? unsafeAddresseeById("twilio", owner) : null;
}

async function ownerOf(address: string): Promise<string | null> {
  const phone = parsePhone(address.replace(/^whatsapp:/, ""), "");
  return phone.ok ? unsafeTenantOfNumber("twilio", phone.e164) : null;
}
