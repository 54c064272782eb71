import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findOwnMember } from "./find-own-member";
import type { PresenceNews } from "./schema";

/** Keeps what a tab says about itself until its next sign of life is overdue. @returns whether the tab was unknown */
export function keepPresence(ctx: Ctx, { tabId, state }: PresenceNews): Promise<boolean> {
  return withTenantSql(ctx, async (sql) => {
    const memberId = await findOwnMember(sql, ctx);
    if (!memberId) throw new AppError("forbidden", "Only people can take calls.");
    const former = state === "gone" ? await leave(sql, ctx, memberId, tabId) : await stay();
    if (former !== state)
      await emit(sql, ctx, { kind: "presence.changed", subject: {}, data: { memberId, state } });
    return former === null;

    async function stay(): Promise<string | null> {
      const row = await sql.one<{ former: string | null }>(
        `WITH former AS (SELECT state FROM presences WHERE tenant_id = $1::uuid AND member_id = $2::uuid AND tab_id = $3),
           kept AS (INSERT INTO presences (tenant_id, member_id, tab_id, state, seen_at) VALUES ($1::uuid, $2::uuid, $3, $4, $5::timestamptz)
             ON CONFLICT (tenant_id, member_id, tab_id) DO UPDATE SET state = excluded.state, seen_at = excluded.seen_at)
         SELECT (SELECT state FROM former) AS former`,
        [ctx.tenantId, memberId, tabId, state, ctx.clock.now()],
      );
      return row?.former ?? null;
    }
  });
}

/** @returns `gone` when it was gone already */
async function leave(sql: Sql, ctx: Ctx, memberId: string, tabId: string): Promise<string> {
  const gone = await sql.run(
    "DELETE FROM presences WHERE tenant_id = $1::uuid AND member_id = $2::uuid AND tab_id = $3",
    [ctx.tenantId, memberId, tabId],
  );
  return gone === 1 ? "there" : "gone";
}
