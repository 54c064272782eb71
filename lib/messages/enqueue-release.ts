import type { Sql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";

/** Has a text that waits taken up at its time; a second call for the same one moves that time. */
export function enqueueRelease(
  sql: Sql,
  ctx: Ctx,
  { messageId, sendAt }: { messageId: string; sendAt: Date },
): Promise<void> {
  return enqueue(sql, {
    tenantId: ctx.tenantId,
    kind: "messages.release",
    payload: { messageId },
    key: releaseKey(messageId),
    runAt: sendAt,
  });
}

/** Under which key a text waits among the jobs. */
export function releaseKey(messageId: string): string {
  return `release:${messageId}`;
}
