import { whatsappWindowEnd } from "@/lib/conversations";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { countryOfPhone } from "@/lib/kernel/phone";
import { type KnownPlace, zoneOf } from "@/lib/kernel/zones";
import {
  conversationColumns,
  conversationJoins,
  type RawConversation,
  readerOf,
  toConversationRow,
} from "./conversation-columns";
import type { ConversationView } from "./schema";

type Raw = RawConversation & {
  teamId: string;
  openedAt: Date;
  closedAt: Date | null;
  replyChannel: "sms" | "whatsapp";
  whatsappInboundAt: Date | null;
  isOptedOut: boolean;
  lastNumberId: string | null;
  place: KnownPlace;
  addressList: string[];
  draft: { channel: string; body: string } | null;
};

/** One conversation as its thread needs it. Throws `not_found`, for another tenant's too. */
export async function getConversation(ctx: Ctx, id: string): Promise<ConversationView> {
  const row = isId(id)
    ? await withTenantSql(ctx, (sql) =>
        sql.one<Raw>(
          `SELECT ${conversationColumns}, c.team_id AS "teamId", c.opened_at AS "openedAt", c.closed_at AS "closedAt", c.last_channel AS "replyChannel", c.last_number_id AS "lastNumberId",
             jsonb_build_object('timezone', k.timezone, 'country', k.country, 'region', k.region) AS place,
             ARRAY(SELECT a.address FROM customer_addresses a WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.customer_id
                ORDER BY a.created_at, a.id) AS "addressList",
             (SELECT max(w.whatsapp_inbound_at) FROM conversations w WHERE w.tenant_id = c.tenant_id AND w.customer_id = c.customer_id) AS "whatsappInboundAt",
             EXISTS (SELECT FROM customer_addresses a JOIN suppressions s ON s.tenant_id = a.tenant_id
                AND s.address = regexp_replace(a.address, '^whatsapp:(?=[+])', '')
                WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.customer_id) AS "isOptedOut",
             (SELECT jsonb_build_object('channel', d.channel, 'body', d.body) FROM drafts d
                WHERE d.tenant_id = c.tenant_id AND d.conversation_id = c.id AND d.user_id = $2::uuid) AS draft
           FROM ${conversationJoins} WHERE c.tenant_id = $1::uuid AND c.id = $3::uuid`,
          [ctx.tenantId, readerOf(ctx), id],
        ),
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such conversation.");
  const { openedAt, closedAt, whatsappInboundAt, addressList, place, ...raw } = row;
  const addresses = addressesOf(addressList);
  return {
    ...toConversationRow(raw),
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    whatsappWindowEndsAt: whatsappWindowEnd(whatsappInboundAt)?.toISOString() ?? null,
    addresses,
    zone: zoneOf({ ...place, country: place.country ?? countryOfPhone(addresses.sms ?? "") }, addresses.sms),
  };
}

/** A phone number reaches both channels; a WhatsApp address that shows no number only its own. */
function addressesOf(list: readonly string[]): ConversationView["addresses"] {
  const whatsapp = list.find((address) => address.startsWith("whatsapp:")) ?? null;
  const shown = whatsapp?.match(/^whatsapp:(\+\d+)$/)?.[1] ?? null;
  const sms = list.find((address) => address.startsWith("+")) ?? shown;
  return { sms, whatsapp: whatsapp ?? (sms && `whatsapp:${sms}`) };
}
