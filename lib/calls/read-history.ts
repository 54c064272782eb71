import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Said } from "@/lib/receptionist";

const newestTurns = 40;

/** What was said so far, oldest first; of a very long call the newest part. */
export async function readHistory(sql: Sql, ctx: Ctx, callId: string): Promise<Said[]> {
  const rows = await sql.rows<Said>(
    `SELECT CASE speaker WHEN 'caller' THEN 'caller' ELSE 'assistant' END AS speaker, text FROM call_turns
      WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY position DESC LIMIT $3::int`,
    [ctx.tenantId, callId, newestTurns],
  );
  return rows.reverse();
}
