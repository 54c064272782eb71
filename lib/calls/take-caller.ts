import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { reserveCaller, sendCallerOn } from "@/lib/queues";
import type { QueueMove } from "@/lib/queues/schema";
import { sendForSoon } from "./send-for";
import { traceCall } from "./trace";

/** Rings one's own browser or phone for a caller who waits: a caller of choice, or the next of a queue. */
export function takeCaller(ctx: Ctx, wanted: { waitId: string } | { queueId: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const callId = await reserveCaller(sql, ctx, wanted);
    await traceCall(sql, ctx, callId, { kind: "note", title: "Somebody takes the caller out of the queue" });
    await sendForSoon(sql, ctx, callId);
  });
}

/** Sends a waiting caller elsewhere: to the voicemail, back to the receptionist, or off with a goodbye. */
export function moveCaller(ctx: Ctx, waitId: string, { to }: QueueMove): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const callId = await sendCallerOn(sql, ctx, { waitId, to });
    await traceCall(sql, ctx, callId, {
      ...{ kind: "note", title: `Somebody sends the caller to the ${to.replace("_", " ")}` },
      data: { to },
    });
    await sendForSoon(sql, ctx, callId);
  });
}
