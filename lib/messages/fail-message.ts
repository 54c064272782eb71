import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { recordStatus } from "./record-status";

/** Marks a message as failed, with the code that `explainFailure` puts into words. */
export async function failMessage(
  sql: Sql,
  ctx: Ctx,
  input: { messageId: string; code: string; source: "carrier" | "gate" | "network" },
): Promise<void> {
  await sql.run(
    "UPDATE messages SET error_source = coalesce(error_source, $3) WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, input.messageId, input.source],
  );
  await recordStatus(sql, ctx, {
    messageId: input.messageId,
    status: "failed",
    errorCode: input.code,
    source: "send",
  });
}
