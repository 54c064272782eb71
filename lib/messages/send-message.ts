import { type Sql, withTenantSql } from "@/lib/db";
import { mayInsist, passGate, previewText, type Verdict } from "@/lib/gate";
import { answerOnce, type Idempotency } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { countSegments } from "@/lib/kernel/segments";
import { storableText } from "@/lib/kernel/text";
import { readTenant, type TenantView } from "@/lib/tenants";
import { chooseOutlet } from "./choose-outlet";
import { findRecipient } from "./find-recipient";
import { queueMessage, type Route } from "./queue-message";
import { longestBody, requireSchedulable } from "./rules";
import type { SendMessage } from "./schema";

/** The message that was queued or waits for its time, or why the gate refused it. */
export type SendOutcome =
  | { ok: true; id: string; conversationId: string; status: "queued" | "scheduled" }
  | Extract<Verdict, { ok: false }>;

/**
 * Queues a text: the gate's decision, the message row, the event and the job stand or fall together. The worker
 * sends it. With `sendAt` it waits until then, judged now by what will hold then, and once more when the time has come.
 * Throws `not_found` for a conversation that is not ours, `refused` when no number can send.
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
  if (input.sendAt) requireSchedulable(input.sendAt, ctx.clock.now());
  const route = await chooseRoute(sql, ctx, input, tenant);
  if (!route.ok) return route;
  const id = newId();
  const body = storableText(input.body ?? "", longestBody);
  const count = countSegments(body);
  const evenIfQuiet = (input.evenIfQuiet ?? false) && mayInsist(ctx.actor);
  const text = { ...atGate(route), messageId: id, segments: Math.max(1, count.segments), evenIfQuiet };
  const verdict = input.sendAt
    ? await previewText(sql, ctx, text, tenant, input.sendAt)
    : await passGate(sql, ctx, text, tenant);
  if (!verdict.ok) return verdict;
  return queueMessage(sql, ctx, { id, input, route, body, count, tenant, verdict, evenIfQuiet });
}

function atGate({ recipient, outlet, kind, to }: Route) {
  const { whatsappInboundAt, lastInboundAt, place } = recipient;
  const { carrier, numberId, connectionId } = outlet;
  return { channel: kind, to, whatsappInboundAt, lastInboundAt, place, carrier, numberId, connectionId };
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
