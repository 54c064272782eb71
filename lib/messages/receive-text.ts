import type { InboundText } from "@/lib/carriers";
import { changeConsent, consentChange, isSuppressed } from "@/lib/consent";
import { joinConversation, noteEntry, previewOf, recordConversationEvent } from "@/lib/conversations";
import { type RecognisedCustomer, recogniseCustomer } from "@/lib/customers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { type Keyword, readKeyword } from "@/lib/kernel/keywords";
import { storableText } from "@/lib/kernel/text";
import { findChannel, type NumberChannel } from "@/lib/numbers";
import { recordUsage } from "@/lib/usage";
import { keepWebhookEvent } from "@/lib/webhook-events";
import { extraOf } from "./extra-of";
import { firstMember } from "./first-member";
import { inboundOrder } from "./inbound-order";
import { receiveStandingText } from "./receive-standing-text";
import type { ReceivedText, Reception } from "./received-text";
import { longestBody } from "./rules";

const oneHour = 60 * 60 * 1000;

/** The channel a text came through, as far as it is one of ours. */
type Inlet = Pick<NumberChannel, "teamId" | "ticketMode" | "defaultPriority" | "autoAssign"> & {
  numberId: string | null;
  connectionId: string | null;
};

/**
 * Brings an inbound text into the inbox, in one transaction: raw event, customer, conversation, message, consent,
 * event, job. The unique key of the raw event makes every repetition, concurrent ones too, a duplicate.
 */
export async function receiveText(ctx: Ctx, input: ReceivedText): Promise<Reception> {
  return (await receiveStandingText(ctx, input)) ?? receiveAnyText(ctx, input);
}

function receiveAnyText(ctx: Ctx, input: ReceivedText): Promise<Reception> {
  return withTenantSql(ctx, async (sql) => {
    const inlet = await findInlet(sql, ctx, input);
    if (!inlet) return { outcome: "unknown_number" };
    if (!(await keepWebhookEvent(sql, ctx, input.raw))) return { outcome: "duplicate" };
    const customer = await recognise(sql, ctx, input);
    return customer ? store(sql, ctx, input, inlet, customer) : { outcome: "anonymous" };
  });
}

async function findInlet(sql: Sql, ctx: Ctx, input: ReceivedText): Promise<Inlet | null> {
  const channel = await findChannel(sql, ctx, input.text.to.replace(/^whatsapp:/, ""), input.text.channel);
  if (channel || !input.acceptUnknownNumber) return channel;
  const team = await sql.one<{ id: string }>(
    "SELECT id FROM teams WHERE tenant_id = $1::uuid ORDER BY is_default DESC, created_at LIMIT 1",
    [ctx.tenantId],
  );
  return (
    team && {
      teamId: team.id,
      ticketMode: "new_thread",
      defaultPriority: "normal",
      autoAssign: { to: "nobody" },
      numberId: null,
      connectionId: null,
    }
  );
}

function recognise(sql: Sql, ctx: Ctx, { text, tenant }: ReceivedText): Promise<RecognisedCustomer | null> {
  return recogniseCustomer(sql, ctx, {
    address: text.from,
    channel: text.channel,
    profileName: text.profileName,
    ...(text.place
      ? { place: { city: text.place.city, region: text.place.state, country: text.place.country } }
      : {}),
    defaultCountry: tenant.country,
    install: tenant.slug,
  });
}

async function store(
  sql: Sql,
  ctx: Ctx,
  input: ReceivedText,
  inlet: Inlet,
  customer: RecognisedCustomer,
): Promise<Reception> {
  const { text } = input;
  const keyword = text.optOut ?? readKeyword(text.body);
  const conversation = await joinConversation(sql, ctx, {
    customerId: customer.customerId,
    teamId: inlet.teamId,
    ticketMode: inlet.ticketMode,
    priority: inlet.defaultPriority,
    assignee: await firstMember(sql, ctx, inlet.autoAssign),
  });
  const messageId = newId();
  await insertMessage(sql, ctx, {
    input,
    inlet,
    customer,
    conversationId: conversation.conversationId,
    messageId,
  });
  await noteEntry(sql, ctx, {
    conversationId: conversation.conversationId,
    direction: "inbound",
    channel: text.channel,
    preview: previewOf(
      text.body,
      text.media.map((media) => media.contentType),
    ),
    numberId: inlet.numberId,
  });
  await obeyKeyword(sql, ctx, {
    keyword,
    address: customer.address,
    text: text.body,
    messageId,
    conversationId: conversation.conversationId,
  });
  await keepMedia(sql, ctx, messageId, text);
  await recordUsage(sql, ctx, inboundOrder(messageId, text, { ...inlet, carrier: input.raw.carrier }));
  await emit(sql, ctx, {
    kind: "message.received",
    subject: { conversationId: conversation.conversationId, customerId: customer.customerId, messageId },
    data: {
      channel: text.channel,
      keyword,
      isNewConversation: conversation.isNew,
      isNewCustomer: customer.isNew,
    },
  });
  return { outcome: "stored", messageId, conversationId: conversation.conversationId };
}

type Stored = {
  input: ReceivedText;
  inlet: Inlet;
  customer: RecognisedCustomer;
  conversationId: string;
  messageId: string;
};

async function insertMessage(
  sql: Sql,
  ctx: Ctx,
  { input, inlet, customer, conversationId, messageId }: Stored,
): Promise<void> {
  const { text } = input;
  await sql.run(
    `INSERT INTO messages (tenant_id, id, conversation_id, customer_id, channel, direction, author_kind, author_id, body, status,
       status_rank, carrier, carrier_sid, connection_id, number_id, from_address, to_address, segments, media_count, extra, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, 'inbound', 'customer', $4::uuid, $6, 'received', 4, $7, $8, $9::uuid, $10::uuid,
       $11, $12, $13::int, $14::int, $15::jsonb, $16::timestamptz)`,
    [
      ctx.tenantId,
      messageId,
      conversationId,
      customer.customerId,
      text.channel,
      storableText(text.body, longestBody * 4),
      input.raw.carrier,
      text.sid,
      inlet.connectionId,
      inlet.numberId,
      customer.address,
      text.to.replace(/^whatsapp:/, ""),
      text.segments,
      text.media.length,
      JSON.stringify(extraOf(text)),
      ctx.clock.now(),
    ],
  );
}

type KeywordIn = {
  keyword: Keyword | null;
  address: string;
  text: string;
  messageId: string;
  conversationId: string;
};

/** STOP and START take effect in the transaction that stores them, so no later send can slip through. */
async function obeyKeyword(
  sql: Sql,
  ctx: Ctx,
  { keyword, address, text, messageId, conversationId }: KeywordIn,
): Promise<void> {
  if (!keyword) return;
  const change = consentChange(keyword, keyword === "start" && (await isSuppressed(sql, ctx, address)));
  if (!change) return;
  const source = change === "opted_out" ? "stop_keyword" : "start_keyword";
  const hasChanged = await changeConsent(sql, ctx, { address, change, source, text, messageId });
  if (hasChanged)
    await recordConversationEvent(sql, ctx, { conversationId, kind: change, data: { by: "customer" } });
}

async function keepMedia(sql: Sql, ctx: Ctx, messageId: string, text: InboundText): Promise<void> {
  for (const [position, media] of text.media.entries()) {
    const id = newId();
    await sql.run(
      `INSERT INTO message_media (tenant_id, id, message_id, position, content_type, source_url, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int, $5, $6, $7::timestamptz)`,
      [ctx.tenantId, id, messageId, position, media.contentType.slice(0, 120), media.url, ctx.clock.now()],
    );
    await enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "messages.fetch_media",
      payload: { mediaId: id },
      key: `media:${id}`,
    });
    await enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "messages.give_up_media",
      payload: { mediaId: id },
      key: `media:${id}`,
      runAt: new Date(ctx.clock.now().getTime() + oneHour),
    });
  }
}
