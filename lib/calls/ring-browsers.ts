import type { Instruction } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { memberOfIdentity } from "@/lib/presence/rules";
import { passOver, ringPatience } from "./pass-over";

/** A call whose carrier has just been told something. `turn`: which answer of ours it was. */
type Told = { id: string; turn: number; brief: string; conversationId: string | null };

/**
 * Notes whose browsers the instructions ring, and looks two seconds later whether any of them has shown the call. The
 * timer is prompt; the job does the same when this process is gone by then.
 */
export async function noteRings(
  sql: Sql,
  ctx: Ctx,
  call: Told,
  instructions: readonly Instruction[],
): Promise<void> {
  const memberIds = membersRung(instructions);
  if (memberIds.length === 0) return;
  const now = ctx.clock.now();
  await sql.run(
    `INSERT INTO call_rings (tenant_id, call_id, turn, member_id, brief, rung_at)
     SELECT $1::uuid, $2::uuid, $3::int, m.id, $5, $6::timestamptz FROM unnest($4::uuid[]) AS m (id) ON CONFLICT DO NOTHING`,
    [ctx.tenantId, call.id, call.turn, memberIds, call.brief, now],
  );
  const subject = {
    callId: call.id,
    ...(call.conversationId ? { conversationId: call.conversationId } : {}),
  };
  await emit(sql, ctx, { kind: "call.ringing", subject, data: { memberIds } });
  const payload = { callId: call.id, turn: call.turn };
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "calls.pass_over", payload, key: `${call.id}:${call.turn}` },
    runAt: new Date(now.getTime() + ringPatience.milliseconds),
  });
  sql.afterCommit(() => {
    setTimeout(() => void passOver(ctx, payload).catch(() => {}), ringPatience.milliseconds).unref();
  });
}

function membersRung(instructions: readonly Instruction[]): string[] {
  const targets = instructions.flatMap((one) => (one.kind === "dial" ? one.targets : []));
  return targets.flatMap((target) =>
    target.kind === "client" ? (memberOfIdentity(target.identity) ?? []) : [],
  );
}
