import { carrier, type TextState } from "@/lib/carriers";
import { openConnection } from "@/lib/connections";
import { withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { applyParked, lockCarrierId } from "./parked-statuses";
import { recordStatus } from "./record-status";
import { ownStatus, reconcileDelaySeconds } from "./rules";

type Doubtful = {
  channel: "sms" | "whatsapp";
  body: string;
  carrier: string;
  connection_id: string | null;
  from_address: string;
  to_address: string;
  created_at: Date;
};

/**
 * Asks the carrier about a message that may have been sent. When its own list holds the text, the message takes over
 * the id and state found there. Never sends: after the last look it stays `unknown` for a person to decide.
 */
export async function reconcileMessage(
  ctx: Ctx,
  input: { messageId: string; attempt: number },
): Promise<void> {
  const doubtful = await readDoubtful(ctx, input.messageId);
  if (!doubtful) return;
  const found = await search(ctx, doubtful);
  if (found && (await adopt(ctx, input.messageId, doubtful, found))) return;
  await lookAgain(ctx, input);
}

function readDoubtful(ctx: Ctx, messageId: string): Promise<Doubtful | null> {
  return withTenantSql(ctx, (sql) =>
    sql.one<Doubtful>(
      `SELECT channel, body, carrier, connection_id, from_address, to_address, created_at FROM messages
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'unknown' AND carrier_sid IS NULL`,
      [ctx.tenantId, messageId],
    ),
  );
}

async function search(ctx: Ctx, message: Doubtful): Promise<TextState[] | null> {
  const opened = await openConnection(ctx, {
    ...{ carrier: message.carrier, connectionId: message.connection_id, isOfNumber: true },
  });
  const texting = opened && carrier(opened.carrier).texting;
  if (!texting) return null;
  const listed = await texting.list(opened.connection, {
    channel: message.channel,
    to: message.to_address.replace(/^whatsapp:/, ""),
    from: message.from_address,
    after: new Date(message.created_at.getTime() - 60_000),
  });
  // Oldest first, so that two equal texts are taken in the order in which they were written.
  return listed.filter((state) => state.direction === "outbound" && state.body === message.body).reverse();
}

/** Takes the first of the carrier's texts that no other message of ours stands for. */
function adopt(ctx: Ctx, messageId: string, message: Doubtful, candidates: TextState[]): Promise<boolean> {
  return withTenantSql(ctx, async (sql) => {
    for (const state of candidates) {
      await lockCarrierId(sql, ctx, { carrier: message.carrier, sid: state.sid });
      const taken = await sql.run(
        `UPDATE messages SET carrier_sid = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid AND carrier_sid IS NULL
            AND NOT EXISTS (SELECT FROM messages other WHERE other.tenant_id = $1::uuid AND other.carrier = $4 AND other.carrier_sid = $3)`,
        [ctx.tenantId, messageId, state.sid, message.carrier],
      );
      if (taken === 0) continue;
      await recordStatus(sql, ctx, {
        messageId,
        status: ownStatus(state.status),
        errorCode: state.errorCode,
        source: "reconcile",
      });
      await applyParked(sql, ctx, { carrier: message.carrier, sid: state.sid, messageId });
      return true;
    }
    return false;
  });
}

async function lookAgain(
  ctx: Ctx,
  { messageId, attempt }: { messageId: string; attempt: number },
): Promise<void> {
  const wait = reconcileDelaySeconds(attempt + 1);
  if (wait === null) return;
  await withTenantSql(ctx, (sql) =>
    enqueue(sql, {
      tenantId: ctx.tenantId,
      kind: "messages.reconcile",
      payload: { messageId, attempt: attempt + 1 },
      key: `reconcile:${messageId}:${attempt + 1}`,
      runAt: new Date(ctx.clock.now().getTime() + wait * 1000),
    }),
  );
}
