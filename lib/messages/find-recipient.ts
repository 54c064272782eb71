import type { Sql } from "@/lib/db";
import { parseAddress } from "@/lib/kernel/address";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { KnownPlace } from "@/lib/kernel/zones";

/** Whom a text is for, and what is known of the conversation with them. */
export type Recipient = {
  customerId: string | null;
  conversationId: string | null;
  addresses: { sms: string | null; whatsapp: string | null };
  lastChannel: "sms" | "whatsapp";
  lastNumberId: string | null;
  whatsappInboundAt: Date | null;
  lastInboundAt: Date | null;
  /** Where they live, as far as it is known; null: a stranger. */
  place: KnownPlace | null;
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
    ...(await readPast(sql, ctx, customer?.customer_id ?? null)),
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
    ...(await readPast(sql, ctx, row.customer_id)),
  };
}

type Past = Pick<Recipient, "whatsappInboundAt" | "lastInboundAt" | "place">;

/** When a customer wrote last, in any conversation (WhatsApp's window belongs to the person: a closed thread does not shut it), and where they live. */
export async function readPast(sql: Sql, ctx: Ctx, customerId: string | null): Promise<Past> {
  const row =
    customerId &&
    (await sql.one<Past & { place: KnownPlace }>(
      `SELECT max(c.whatsapp_inbound_at) AS "whatsappInboundAt", max(c.last_inbound_at) AS "lastInboundAt",
          jsonb_build_object('timezone', k.timezone, 'country', k.country, 'region', k.region) AS place
         FROM customers k LEFT JOIN conversations c ON c.tenant_id = k.tenant_id AND c.customer_id = k.id
        WHERE k.tenant_id = $1::uuid AND k.id = $2::uuid GROUP BY k.tenant_id, k.id`,
      [ctx.tenantId, customerId],
    ));
  return row || { whatsappInboundAt: null, lastInboundAt: null, place: null };
}
