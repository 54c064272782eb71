import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import { passCallGate, type Verdict } from "@/lib/gate";
import { answerOnce, type Idempotency } from "@/lib/http";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readTenant, type TenantView } from "@/lib/tenants";
import { chooseLine, type PlacedLine } from "./choose-line";
import { findParty } from "./find-party";
import { type CallInlet, loadInlet } from "./load-inlet";
import { planErrand } from "./plan-errand";
import type { PlaceCall } from "./schema";
import { writePlacedCall } from "./write-placed-call";

/** The call that will be placed, or why the gate refused it. */
export type PlaceOutcome =
  | { ok: true; id: string; conversationId: string | null; status: "queued" }
  | Extract<Verdict, { ok: false }>;

/**
 * Queues a call that the receptionist makes: the gate's decision, the reserved money, the call's row, the event and the
 * job stand or fall together. The worker places it. Throws `not_found` for a customer that is not ours, `refused` when
 * no number can call.
 * @param idempotency what the client sent as Idempotency-Key: a second request under it gets the first one's answer
 */
export async function placeCall(
  ctx: Ctx,
  input: PlaceCall,
  idempotency?: Idempotency | null,
): Promise<PlaceOutcome> {
  const tenant = await readTenant(ctx);
  const line = await chooseLine(ctx, input, tenant);
  if (!line.ok) return line;
  const inlet = await loadInlet(ctx, {
    ...{ carrier: line.carrier, own: line.channel.e164, country: tenant.country, dialect: null },
  });
  return withTenantSql(ctx, (sql) =>
    answerOnce(sql, ctx, idempotency, () => queue(sql, ctx, { input, tenant, line, inlet })),
  );
}

type Queueing = {
  input: PlaceCall;
  tenant: TenantView;
  line: PlacedLine;
  inlet: CallInlet;
};

async function queue(sql: Sql, ctx: Ctx, { input, tenant, line, inlet }: Queueing): Promise<PlaceOutcome> {
  const id = newId();
  await requireAlone(sql, ctx, line.to);
  const { numberId, connectionId } = line.channel;
  const wish = { to: line.to, callId: id, carrier: line.carrier, numberId, connectionId, isAutomatic: true };
  const verdict = await passCallGate(sql, ctx, wish, tenant);
  if (!verdict.ok) return verdict;
  const party = await findParty(sql, ctx, {
    ...{ event: { direction: "outbound", from: inlet.own, to: line.to, callerName: "" }, inlet },
    ...{ country: tenant.country, slug: tenant.slug },
  });
  const setup = await planErrand(sql, ctx, { input, tenant, inlet, party });
  await writePlacedCall(sql, ctx, { id, input, line, inlet, party, setup });
  const { customerId, conversationId } = party;
  const subject = {
    ...{ callId: id },
    ...(conversationId ? { conversationId } : {}),
    ...(customerId ? { customerId } : {}),
  };
  await emit(sql, ctx, { kind: "call.queued", subject, data: { direction: "outbound" } });
  await recordAudit(sql, ctx, {
    ...{ action: "call.placed", subject: { kind: "call", id } },
    detail: { customerId, conversationId },
  });
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.place", payload: { callId: id }, key: `place:${id}` },
  });
  return { ok: true, id, conversationId, status: "queued" };
}

/** Two calls of ours to one person at the same time are never meant; the second one to ask hears of the first. */
async function requireAlone(sql: Sql, ctx: Ctx, to: string): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 6))", [`${ctx.tenantId}:${to}`]);
  const other = await sql.one(
    `SELECT FROM calls c JOIN placed_calls p ON p.tenant_id = c.tenant_id AND p.call_id = c.id
      WHERE c.tenant_id = $1::uuid AND c.to_address = $2 AND c.ended_at IS NULL`,
    [ctx.tenantId, to],
  );
  if (other) throw new AppError("conflict", "The receptionist is calling this number already.");
}
