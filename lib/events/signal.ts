import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";
import { announce } from "./announce";
import type { NewEvent } from "./schema";

/** Shows something passing (somebody types, somebody is there) to the tenant's open screens. Stored nowhere and may get lost. */
export function signal(ctx: Pick<Ctx, "tenantId" | "clock">, { kind, subject, data = {} }: NewEvent): void {
  const event = { seq: null, kind, subject, data, at: ctx.clock.now().toISOString() };
  announce({ signals: [{ tenantId: ctx.tenantId, event }] });
}

/**
 * Closes the live streams of a session or of all sessions of a user in every process, as soon as the transaction commits.
 * Those that are still allowed come back by themselves; the others are refused.
 */
export function endStreams(sql: Sql, whose: { sessionId: Id } | { userId: Id }): void {
  sql.afterCommit(() => announce({ ended: [whose] }));
}
