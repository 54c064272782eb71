import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { presenceSeconds } from "./rules";

/** Members with at least one tab that takes calls and has said so lately. */
export async function listPresent(sql: Sql, ctx: Ctx): Promise<string[]> {
  const rows = await sql.rows<{ memberId: string }>(
    `SELECT DISTINCT p.member_id AS "memberId" FROM presences p
       JOIN members m ON m.tenant_id = p.tenant_id AND m.id = p.member_id AND m.disabled_at IS NULL
      WHERE p.tenant_id = $1::uuid AND p.state = 'online' AND p.seen_at > $2::timestamptz`,
    [ctx.tenantId, new Date(ctx.clock.now().getTime() - presenceSeconds * 1000)],
  );
  return rows.map(({ memberId }) => memberId);
}
