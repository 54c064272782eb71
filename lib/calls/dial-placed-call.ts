import { type CallStatus, type CarrierOutcome, carrier } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { type Sql, withTenantSql } from "@/lib/db";
import { mayStillCall } from "@/lib/gate";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant, readTenantIn } from "@/lib/tenants";
import { placedLinks } from "./links";
import { namePlacedCall } from "./name-placed-call";
import { isTooLate, placeRetrySeconds, ringSecondsOf } from "./placed-rules";
import { doubtPlaced, failPlaced, tryAgain } from "./settle-placing";

type Claimed = {
  callId: string;
  carrier: string;
  connectionId: string | null;
  from: string;
  to: string;
  attempts: number;
  createdAt: Date;
  hasMessage: boolean;
  limitMinutes: number;
};

/**
 * Places one queued call: claims it in a transaction of its own, asks the carrier, writes down what became of it. A call
 * found already claimed was interrupted in between; it may be ringing, so it becomes `unknown` and is looked for, never
 * placed again.
 */
export async function dialPlacedCall(ctx: Ctx, { callId }: { callId: string }): Promise<void> {
  const claimed = await claim(ctx, callId);
  if (!claimed) return;
  const outcome = await askCarrier(ctx, claimed);
  await withTenantSql(ctx, (sql) => settle(sql, ctx, claimed, outcome));
}

function claim(ctx: Ctx, callId: string): Promise<Claimed | null> {
  return withTenantSql(ctx, async (sql) => {
    const claimed = await sql.one<Claimed>(
      `UPDATE placed_calls p SET state = 'placing', attempts = attempts + 1 FROM calls c, call_states s
        WHERE p.tenant_id = $1::uuid AND p.call_id = $2::uuid AND p.state = 'queued' AND c.tenant_id = p.tenant_id AND c.id = p.call_id
          AND c.ended_at IS NULL AND s.tenant_id = p.tenant_id AND s.call_id = p.call_id
        RETURNING p.call_id AS "callId", c.carrier, c.connection_id AS "connectionId", c.from_address AS "from", c.to_address AS "to",
          p.attempts, p.created_at AS "createdAt", p.machine_message IS NOT NULL AS "hasMessage",
          (s.setup #>> '{receptionist,limits,minutes}')::int AS "limitMinutes"`,
      [ctx.tenantId, callId],
    );
    if (!claimed) {
      await doubtPlaced(sql, ctx, callId, "placing");
      return null;
    }
    const code = await refusalOf(sql, ctx, claimed);
    if (!code) return claimed;
    await failPlaced(sql, ctx, callId, code);
    return null;
  });
}

/** What may have come between queueing and now: a STOP, a suspension, or so much time that nobody expects the call. */
async function refusalOf(sql: Sql, ctx: Ctx, { to, createdAt }: Claimed): Promise<string | null> {
  const verdict = await mayStillCall(sql, ctx, to, await readTenantIn(sql, ctx));
  if (!verdict.ok) return verdict.reason;
  return isTooLate(createdAt, ctx.clock.now()) ? "too_late" : null;
}

async function askCarrier(ctx: Ctx, call: Claimed): Promise<CarrierOutcome<{ status: CallStatus }>> {
  const { connectionId } = call;
  const opened = await openConnection(ctx, { carrier: call.carrier, connectionId, isOfNumber: true });
  const voice = opened && carrier(opened.carrier).voice;
  if (!voice)
    return {
      outcome: "rejected",
      code: "no_connection",
      message: "No account is connected for this number.",
    };
  const { slug } = await readTenant(ctx);
  const links = placedLinks({ carrier: opened.carrier, slug, callId: call.callId });
  return voice.place(opened.connection, {
    ...{ to: call.to, from: call.from, answerUrl: links.answer, statusUrl: links.status },
    ringSeconds: ringSecondsOf(call.hasMessage),
    limitSeconds: call.limitMinutes * 60 + 60,
    machine: { statusUrl: links.machine, isAfterGreeting: call.hasMessage },
  });
}

async function settle(
  sql: Sql,
  ctx: Ctx,
  { callId, carrier: name, attempts }: Claimed,
  outcome: CarrierOutcome<{ status: CallStatus }>,
): Promise<void> {
  switch (outcome.outcome) {
    case "accepted":
      await namePlacedCall(sql, ctx, { callId, carrier: name, carrierCallId: outcome.sid });
      return;
    case "rejected":
      return failPlaced(sql, ctx, callId, outcome.code);
    case "retry_later": {
      const seconds = placeRetrySeconds(attempts, outcome.afterSeconds);
      if (seconds === null) return failPlaced(sql, ctx, callId, "carrier_unreachable");
      return tryAgain(sql, ctx, { callId, attempts, seconds });
    }
    case "unknown":
      return doubtPlaced(sql, ctx, callId, "placing");
  }
}
