import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { KnownAnswers } from "./schema";

/** Replaces the list of known answers by this one, in this order. */
export function saveAnswers(ctx: Ctx, { answers }: KnownAnswers): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    await sql.run("DELETE FROM known_answers WHERE tenant_id = $1::uuid", [ctx.tenantId]);
    await sql.run(
      `INSERT INTO known_answers (tenant_id, id, question, answer, position)
       SELECT $1::uuid, x.id, x.question, x.answer, x.position
         FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, question text, answer text, position int)`,
      [ctx.tenantId, JSON.stringify(answers.map((one, position) => ({ ...one, position })))],
    );
    await recordAudit(sql, ctx, {
      ...{ action: "receptionist.answers_saved", subject: { kind: "receptionist", id: null } },
      detail: { count: answers.length },
    });
  });
}
