import type { Joining } from "@/lib/conversations";
import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { AutoAssign } from "@/lib/numbers";

/** Who gets a new conversation; a member who has left or is disabled gets none. */
export async function firstMember(sql: Sql, ctx: Ctx, auto: AutoAssign): Promise<Joining["assignee"]> {
  if (auto.to !== "member") return { kind: auto.to };
  const member = await sql.one(
    "SELECT 1 AS found FROM members WHERE tenant_id = $1::uuid AND id = $2::uuid AND disabled_at IS NULL",
    [ctx.tenantId, auto.memberId],
  );
  return member ? { kind: "member", id: auto.memberId } : { kind: "nobody" };
}
