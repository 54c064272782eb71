import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";

/** The zone in which the business's days begin. */
export async function readZone(sql: Sql, ctx: Ctx): Promise<string> {
  const row = await sql.one<{ timezone: string }>("SELECT timezone FROM tenants WHERE id = $1::uuid", [
    ctx.tenantId,
  ]);
  return row?.timezone ?? "UTC";
}
