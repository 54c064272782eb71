import { joinConversation, noteEntry, previewOf } from "@/lib/conversations";
import { recogniseCustomer } from "@/lib/customers";
import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Verdict } from "@/lib/gate";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { countSegments } from "@/lib/kernel/segments";
import type { TenantView } from "@/lib/tenants";
import { attachMedia } from "./attach-media";
import { authorOf } from "./author";
import type { Outlet } from "./choose-outlet";
import { enqueueRelease } from "./enqueue-release";
import type { Recipient } from "./find-recipient";
import type { SendMessage } from "./schema";

/** Where a text goes and through which of our numbers. */
export type Route = { recipient: Recipient; outlet: Outlet; kind: "sms" | "whatsapp"; to: string };

type Queueing = {
  id: string;
  input: SendMessage;
  route: Route;
  body: string;
  count: ReturnType<typeof countSegments>;
  tenant: TenantView;
  verdict: Verdict;
  evenIfQuiet: boolean;
};

type Queued = { ok: true; id: string; conversationId: string; status: "queued" | "scheduled" };

/** Writes a text that passed the gate into its thread, with the job that sends it, or the one that takes it up at its time. */
export async function queueMessage(sql: Sql, ctx: Ctx, queueing: Queueing): Promise<Queued> {
  const { id, input, route, body } = queueing;
  const thread = await openThread(sql, ctx, route, queueing.tenant);
  await insertMessage(sql, ctx, queueing, thread);
  const mediaTypes = await attachMedia(sql, ctx, { messageId: id, mediaIds: input.mediaIds ?? [] });
  const status = input.sendAt ? "scheduled" : "queued";
  if (input.sendAt) await enqueueRelease(sql, ctx, { messageId: id, sendAt: input.sendAt });
  else {
    await noteEntry(sql, ctx, {
      conversationId: thread.conversationId,
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
  }
  await emit(sql, ctx, {
    kind: `message.${status}`,
    subject: { ...thread, messageId: id },
    data: { channel: route.kind, author: authorOf(ctx).kind },
  });
  return { ok: true, id, conversationId: thread.conversationId, status };
}

type Thread = { customerId: string; conversationId: string };

// What waits stands in its thread where it will be said: below everything that is said until then.
async function insertMessage(
  sql: Sql,
  ctx: Ctx,
  { id, input, route, body, count, verdict, evenIfQuiet }: Queueing,
  { conversationId, customerId }: Thread,
): Promise<void> {
  const author = authorOf(ctx);
  await sql.run(
    `INSERT INTO messages (tenant_id, id, conversation_id, customer_id, channel, direction, author_kind, author_id, body, status, status_rank,
       carrier, connection_id, number_id, from_address, to_address, encoding, segments, media_count, verdict, extra, send_at, created_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, 'outbound', $6, $7::uuid, $8, $9, 0, $10, $11::uuid, $12::uuid, $13, $14, $15,
       $16::int, $17::int, $18::jsonb, $19::jsonb, $20::timestamptz, $21::timestamptz)`,
    [
      ...[ctx.tenantId, id, conversationId, customerId, route.kind, author.kind, author.id, body],
      ...[input.sendAt ? "scheduled" : "queued", route.outlet.carrier, route.outlet.connectionId],
      ...[route.outlet.numberId, route.outlet.e164, route.to, count.encoding, Math.max(1, count.segments)],
      ...[
        input.mediaIds?.length ?? 0,
        JSON.stringify(verdict),
        JSON.stringify({ ...(evenIfQuiet && { evenIfQuiet }) }),
      ],
      ...[input.sendAt ?? null, input.sendAt ?? ctx.clock.now()],
    ],
  );
}

async function openThread(
  sql: Sql,
  ctx: Ctx,
  { recipient, outlet, to, kind }: Route,
  tenant: TenantView,
): Promise<Thread> {
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
