import type { Sql } from "@/lib/db";
import { parseAddress } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";

/** Whom a text is for, and what is known of the conversation with them. */
export type Recipient = {
  customerId: string | null;
  conversationId: string | null;
  addresses: { sms: string | null; whatsapp: string | null };
  lastChannel: "sms" | "whatsapp";
  lastNumberId: string | null;
  whatsappInboundAt: Date | null;
};

/** The person behind `conversationId` or `to`; null when `to` cannot be an address. Throws `not_found` for a foreign conversation. */
export async function findRecipient(
  sql: Sql,
  ctx: Ctx,
  input: {
    conversationId?: string | undefined;
    to?: string | undefined;
    channel?: "sms" | "whatsapp" | undefined;
  },
  defaultCountry: string,
): Promise<Recipient | null> {
  if (input.conversationId) return byConversation(sql, ctx, input.conversationId);
  const address = parseAddress(input.to ?? "", defaultCountry);
  if (address.kind !== "phone" && address.kind !== "whatsapp") return null;
  const customer = await sql.one<{ customer_id: string }>(
    "SELECT customer_id FROM customer_addresses WHERE tenant_id = $1::uuid AND address = $2",
    [ctx.tenantId, address.address],
  );
  const e164 = address.e164 ?? null;
  return {
    customerId: customer?.customer_id ?? null,
    conversationId: null,
    addresses: { sms: e164, whatsapp: address.kind === "whatsapp" ? address.address : `whatsapp:${e164}` },
    lastChannel: address.kind === "whatsapp" ? "whatsapp" : "sms",
    lastNumberId: null,
    whatsappInboundAt: customer ? await lastWhatsapp(sql, ctx, customer.customer_id) : null,
  };
}

type Row = {
  customer_id: string;
  last_channel: "sms" | "whatsapp";
  last_number_id: string | null;
  status: string;
  addresses: string[];
};

async function byConversation(sql: Sql, ctx: Ctx, id: string): Promise<Recipient> {
  const row = isId(id)
    ? await sql.one<Row>(
        `SELECT c.customer_id, c.last_channel, c.last_number_id, c.status,
            ARRAY(SELECT a.address FROM customer_addresses a WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.customer_id ORDER BY a.created_at, a.id) AS addresses
           FROM conversations c WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
        [ctx.tenantId, id],
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such conversation.");
  const whatsapp = row.addresses.find((address) => address.startsWith("whatsapp:")) ?? null;
  const sms =
    row.addresses.find((address) => address.startsWith("+")) ??
    whatsapp?.match(/^whatsapp:(\+\d+)$/)?.[1] ??
    null;
  return {
    customerId: row.customer_id,
    conversationId: id,
    addresses: { sms, whatsapp: whatsapp ?? (sms && `whatsapp:${sms}`) },
    lastChannel: row.last_channel,
    lastNumberId: row.last_number_id,
    whatsappInboundAt: await lastWhatsapp(sql, ctx, row.customer_id),
  };
}

// The window belongs to the person and not to one conversation: a closed thread does not shut it.
async function lastWhatsapp(sql: Sql, ctx: Ctx, customerId: string): Promise<Date | null> {
  const row = await sql.one<{ at: Date | null }>(
    "SELECT max(whatsapp_inbound_at) AS at FROM conversations WHERE tenant_id = $1::uuid AND customer_id = $2::uuid",
    [ctx.tenantId, customerId],
  );
  return row?.at ?? null;
}
