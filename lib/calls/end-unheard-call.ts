import type { CallAnswered } from "@/lib/carriers";
import { noteEntry } from "@/lib/conversations";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { keepWebhookEvent } from "@/lib/webhook-events";
import type { AnsweredCall } from "./answer-call";
import { callPreview, findParty } from "./find-party";
import { type CallInlet, loadInlet } from "./load-inlet";
import { applyCallStatus, type ReceivedCallStatus } from "./receive-call-status";
import { callLadder, isOver, ownCallStatus } from "./rules";
import { reserveCall } from "./settle-call";

/** A verified state of a call that the tenant does not have, with what its row needs. */
export type UnheardCall = ReceivedCallStatus & Pick<AnsweredCall, "slug" | "tenant" | "dialect">;

/**
 * Writes a call to an own number of which the first thing heard is that it is over: its end overtook the request for
 * its first words, or that request never reached us. Whoever asks later is told to hang up, and the log is right at once.
 * @returns whether the tenant has this call now
 */
export async function endUnheardCall(ctx: Ctx, input: UnheardCall): Promise<boolean> {
  const { update, carrier, tenant, dialect } = input;
  if (!isOver(ownCallStatus(update.status)) || update.parentSid || update.from.includes(":")) return false;
  const inlet = await loadInlet(ctx, { carrier, own: update.to, country: tenant.country, dialect });
  if (inlet.channel?.carrier !== carrier) return false;
  return withTenantSql(ctx, async (sql) => {
    // A request for first words that runs at this moment has written the row when this insert is through.
    const id = await write(sql, ctx, input, inlet);
    if (!(await keepWebhookEvent(sql, ctx, { ...input.raw, callSid: update.callSid }))) return true;
    if (id) {
      const call = { callId: id, carrier, direction: "inbound", inlet, to: update.to };
      await reserveCall(sql, ctx, call);
    }
    return applyCallStatus(sql, ctx, {
      ...{ carrier, carrierCallId: update.callSid, status: ownCallStatus(update.status) },
      ...{ seconds: update.seconds ?? null, cause: update.cause },
    });
  });
}

async function write(
  sql: Sql,
  ctx: Ctx,
  { update, carrier, slug, tenant }: UnheardCall,
  inlet: CallInlet,
): Promise<string | null> {
  const party = await findParty(sql, ctx, {
    event: asAnswered(update),
    inlet,
    country: tenant.country,
    slug,
  });
  const id = newId();
  const made = await sql.run(
    `INSERT INTO calls (tenant_id, id, carrier, carrier_call_id, direction, number_id, connection_id, from_address, to_address, customer_id,
        conversation_id, status, status_rank, started_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, 'inbound', $5::uuid, $6::uuid, $7, $8, $9::uuid, $10::uuid, 'ringing', $11::int, $12::timestamptz)
     ON CONFLICT (tenant_id, carrier, carrier_call_id) DO NOTHING`,
    [
      ...[ctx.tenantId, id, carrier, update.callSid, inlet.channel?.numberId, inlet.channel?.connectionId],
      ...[update.from, inlet.own, party.customerId, party.conversationId],
      ...[callLadder.rank("ringing"), new Date(ctx.clock.now().getTime() - (update.seconds ?? 0) * 1000)],
    ],
  );
  if (made === 0) return null;
  if (party.conversationId && !party.isNoted) {
    const numberId = inlet.channel?.numberId ?? null;
    const entry = { direction: "inbound", channel: "call", preview: callPreview, numberId } as const;
    await noteEntry(sql, ctx, { conversationId: party.conversationId, ...entry });
  }
  return id;
}

/** The caller as the request for first words would have named them. */
function asAnswered({ callSid, accountId, from, to, status }: ReceivedCallStatus["update"]): CallAnswered {
  const unknown = { callerName: "", forwardedFrom: "", attestation: "", custom: {} };
  return { event: "answered", callSid, accountId, from, to, status, direction: "inbound", ...unknown };
}
