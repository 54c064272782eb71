import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import { findOwnMember, listPresent } from "@/lib/presence";
import { insertOffers, ringsBrowsers, takeTurns } from "./assign-callers";
import type { QueueMove } from "./schema";

type Waiting = { id: string; callId: string; carrier: string; isRung: boolean };

/**
 * Gives somebody who waits to the member who asks for them, before anybody else is rung: a caller of choice, or the next of a
 * queue. Throws `not_found` when nobody waits there, `conflict` with the reason when it cannot be.
 * @returns the call to be sent for
 */
export async function reserveCaller(
  sql: Sql,
  ctx: Ctx,
  wanted: { waitId: string } | { queueId: string },
): Promise<string> {
  await takeTurns(sql, ctx);
  const memberId = await findOwnMember(sql, ctx);
  if (!memberId) throw new AppError("forbidden", "Only people who work here can take calls.");
  const caller = await findWaiting(sql, ctx, wanted);
  if (!caller)
    throw new AppError("not_found", "Nobody is waiting there any more: taken by somebody else, or gone.");
  if (caller.isRung) throw new AppError("conflict", "Somebody is being rung for this caller already.");
  const target = await ownTarget(sql, ctx, memberId);
  const isInBrowser = ringsBrowsers(caller.carrier) && (await listPresent(sql, ctx)).includes(memberId);
  if (!isInBrowser && !target?.e164)
    throw new AppError(
      "conflict",
      ringsBrowsers(caller.carrier)
        ? "Go online with your softphone first, then take the call."
        : "This caller's carrier cannot ring browsers, and you have no phone number in the transfer list.",
    );
  const offer = {
    ...{ id: newId(), waitId: caller.id, seat: memberId, memberId },
    ...{ targetId: target?.id ?? null, e164: isInBrowser ? null : (target?.e164 ?? null) },
  };
  if ((await insertOffers(sql, ctx, [offer])).size === 0)
    throw new AppError("conflict", "You have a caller already. Finish that call first.");
  await emit(sql, ctx, {
    kind: "queue.offered",
    subject: { callId: caller.callId },
    data: { waitIds: [caller.id] },
  });
  return caller.callId;
}

/** Says where a waiting caller is to go. Throws like {@link reserveCaller}. @returns the call to be sent for */
export async function sendCallerOn(
  sql: Sql,
  ctx: Ctx,
  { waitId, to }: QueueMove & { waitId: string },
): Promise<string> {
  await takeTurns(sql, ctx);
  const caller = await findWaiting(sql, ctx, { waitId });
  if (!caller) throw new AppError("not_found", "Nobody is waiting there any more.");
  if (caller.isRung)
    throw new AppError("conflict", "Somebody is being rung for this caller; wait whether they answer.");
  await sql.run("UPDATE queue_waits SET wish = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid", [
    ...[ctx.tenantId, caller.id, to],
  ]);
  await emit(sql, ctx, { kind: "queue.moved", subject: { callId: caller.callId }, data: { to } });
  return caller.callId;
}

function findWaiting(
  sql: Sql,
  ctx: Ctx,
  wanted: { waitId: string } | { queueId: string },
): Promise<Waiting | null> {
  const isOne = "waitId" in wanted;
  const id = isOne ? wanted.waitId : wanted.queueId;
  if (!isId(id)) return Promise.resolve(null);
  return sql.one<Waiting>(
    `SELECT w.id, w.call_id AS "callId", c.carrier, o.found IS NOT NULL AS "isRung" FROM queue_waits w
       JOIN calls c ON c.tenant_id = w.tenant_id AND c.id = w.call_id AND c.ended_at IS NULL
       LEFT JOIN LATERAL (SELECT 1 AS found FROM queue_offers x WHERE x.tenant_id = w.tenant_id AND x.wait_id = w.id AND x.ended_at IS NULL LIMIT 1) o ON true
      WHERE w.tenant_id = $1::uuid AND w.left_at IS NULL AND ${isOne ? "w.id = $2::uuid" : "w.queue_id = $2::uuid AND o.found IS NULL AND w.wish IS NULL"}
      ORDER BY w.joined_at, w.id LIMIT 1`,
    [ctx.tenantId, id],
  );
}

function ownTarget(
  sql: Sql,
  ctx: Ctx,
  memberId: string,
): Promise<{ id: string; e164: string | null } | null> {
  return sql.one(
    "SELECT id, e164 FROM transfer_targets WHERE tenant_id = $1::uuid AND member_id = $2::uuid ORDER BY position LIMIT 1",
    [ctx.tenantId, memberId],
  );
}
