import { joinConversation, noteEntry, previewOf } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { passGate, type Verdict } from "@/lib/gate";
import { answerOnce, type Idempotency } from "@/lib/http";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { countSegments } from "@/lib/kernel/segments";
import { storableText } from "@/lib/kernel/text";
import { readTenant, type TenantView } from "@/lib/tenants";
import { attachMedia } from "./attach-media";
import { authorOf } from "./author";
import { chooseOutlet, type Outlet } from "./choose-outlet";
import { findRecipient, type Recipient } from "./find-recipient";
import { longestBody } from "./rules";
import type { SendMessage } from "./schema";

/** The message that was queued, or why the gate refused it. */
export type SendOutcome =
  | { ok: true; id: string; conversationId: string; status: "queued" }
  | Extract<Verdict, { ok: false }>;

/** Where a text goes and through which of our numbers. */
type Route = { recipient: Recipient; outlet: Outlet; kind: "sms" | "whatsapp"; to: string };

/**
 * Queues a text: the gate's decision, the message row, the event and the job stand or fall together. The worker
 * sends it. Throws `not_found` for a conversation that is not ours, `refused` when no number can send.
 * @param idempotency what the client sent as Idempotency-Key: a second request under it gets the first one's answer
 */
export async function sendMessage(
  ctx: Ctx,
  input: SendMessage,
  idempotency?: Idempotency | null,
): Promise<SendOutcome> {
  const tenant = await readTenant(ctx);
  return withTenantSql(ctx, (sql) =>
    answerOnce(sql, ctx, idempotency, () => sendMessageIn(sql, ctx, input, tenant)),
  );
}

/** {@link sendMessage} inside a running transaction. */
export async function sendMessageIn(
  sql: Sql,
  ctx: Ctx,
  input: SendMessage,
  tenant: TenantView,
): Promise<SendOutcome> {
  const route = await chooseRoute(sql, ctx, input, tenant);
  if (!route.ok) return route;
  const id = newId();
  const body = storableText(input.body ?? "", longestBody);
  const count = countSegments(body);
  const verdict = await passGate(
    sql,
    ctx,
    {
      channel: route.kind,
      to: route.to,
      segments: Math.max(1, count.segments),
      whatsappInboundAt: route.recipient.whatsappInboundAt,
      messageId: id,
      ...{
        carrier: route.outlet.carrier,
        numberId: route.outlet.numberId,
        connectionId: route.outlet.connectionId,
      },
    },
    tenant,
  );
  if (!verdict.ok) return verdict;
  return queue(sql, ctx, { id, input, route, body, count, tenant, verdict });
}

async function chooseRoute(
  sql: Sql,
  ctx: Ctx,
  input: SendMessage,
  tenant: TenantView,
): Promise<({ ok: true } & Route) | Extract<Verdict, { ok: false }>> {
  const recipient = await findRecipient(sql, ctx, input, tenant.country);
  if (!recipient) return notANumber;
  const kind = input.channel ?? recipient.lastChannel;
  const to = recipient.addresses[kind];
  if (!to) return notANumber;
  const outlet = await chooseOutlet(sql, ctx, {
    kind,
    from: input.from,
    preferredId: recipient.lastNumberId,
    tenant,
  });
  return { ok: true, recipient, outlet, kind, to };
}

const notANumber: Extract<Verdict, { ok: false }> = {
  ok: false,
  reason: "invalid_number",
  sentence: "This is not a number that can receive texts.",
  instead: [{ kind: "correct_number" }],
};

type Queueing = {
  id: string;
  input: SendMessage;
  route: Route;
  body: string;
  count: ReturnType<typeof countSegments>;
  tenant: TenantView;
  verdict: Verdict;
};

async function queue(
  sql: Sql,
  ctx: Ctx,
  { id, input, route, body, count, tenant, verdict }: Queueing,
): Promise<SendOutcome> {
  const { customerId, conversationId } = await openThread(sql, ctx, route, tenant);
  const author = authorOf(ctx);
  const mediaTypes = await insertWithMedia();
  await noteEntry(sql, ctx, {
    conversationId,
    direction: "outbound",
    channel: route.kind,
    preview: previewOf(body, mediaTypes),
    numberId: route.outlet.numberId,
  });
  await enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "messages.deliver",
    payload: { messageId: id },
    key: `deliver:${id}`,
  });
  await emit(sql, ctx, {
    kind: "message.queued",
    subject: { conversationId, customerId, messageId: id },
    data: { channel: route.kind, author: author.kind },
  });
  return { ok: true, id, conversationId, status: "queued" };

  async function insertWithMedia(): Promise<string[]> {
    await sql.run(
      `INSERT INTO messages (tenant_id, id, conversation_id, customer_id, channel, direction, author_kind, author_id, body, status, status_rank,
         carrier, connection_id, number_id, from_address, to_address, encoding, segments, media_count, verdict, created_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, 'outbound', $6, $7::uuid, $8, 'queued', 0, $9, $10::uuid, $11::uuid, $12, $13, $14,
         $15::int, $16::int, $17::jsonb, $18::timestamptz)`,
      [
        ctx.tenantId,
        id,
        conversationId,
        customerId,
        route.kind,
        author.kind,
        author.id,
        body,
        route.outlet.carrier,
        route.outlet.connectionId,
        route.outlet.numberId,
        route.outlet.e164,
        route.to,
        count.encoding,
        Math.max(1, count.segments),
        input.mediaIds?.length ?? 0,
        JSON.stringify(verdict),
        ctx.clock.now(),
      ],
    );
    return attachMedia(sql, ctx, { messageId: id, mediaIds: input.mediaIds ?? [] });
  }
}

async function openThread(
  sql: Sql,
  ctx: Ctx,
  { recipient, outlet, to, kind }: Route,
  tenant: TenantView,
): Promise<{ customerId: string; conversationId: string }> {
  if (recipient.customerId && recipient.conversationId)
    return { customerId: recipient.customerId, conversationId: recipient.conversationId };
  const customer = recipient.customerId
    ? { customerId: recipient.customerId }
    : await recogniseCustomer(sql, ctx, {
        address: to,
        channel: kind,
        defaultCountry: tenant.country,
        install: tenant.slug,
      });
  if (!customer) throw new AppError("invalid_input", "There is no address to send to.");
  const { conversationId } = await joinConversation(sql, ctx, {
    customerId: customer.customerId,
    teamId: outlet.teamId,
    ticketMode: outlet.ticketMode,
    priority: outlet.defaultPriority,
    assignee: { kind: "nobody" },
  });
  return { customerId: customer.customerId, conversationId };
}
