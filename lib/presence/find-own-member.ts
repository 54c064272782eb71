import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** The member who acts; null for programs and for people who do not work here any more. */
export async function findOwnMember(sql: Sql, ctx: Ctx): Promise<string | null> {
  if (ctx.actor.kind !== "user") return null;
  const row = await sql.one<{ id: string }>(
    "SELECT id FROM members WHERE tenant_id = $1::uuid AND user_id = $2::uuid AND disabled_at IS NULL",
    [ctx.tenantId, ctx.actor.userId],
  );
  return row?.id ?? null;
}
