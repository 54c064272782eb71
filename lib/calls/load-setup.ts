import type { Sql } from "@/lib/db";
import { loadFlow } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";
import { loadReceptionist } from "@/lib/receptionist";
import type { CallSetup } from "./schema";

/** Loads everything a call on a number needs: flow, receptionist, business facts, whom it may be transferred to. */
export async function loadSetup(
  sql: Sql,
  ctx: Ctx,
  input: { numberId: string | null; dialect: string | null },
): Promise<CallSetup> {
  const { receptionist, facts } = await loadReceptionist(sql, ctx, input.numberId);
  const targets = await sql.rows<{ id: string; label: string; e164: string | null; memberId: string | null }>(
    'SELECT id, label, e164, member_id AS "memberId" FROM transfer_targets WHERE tenant_id = $1::uuid ORDER BY position',
    [ctx.tenantId],
  );
  return {
    flow: await loadFlow(sql, ctx, input.numberId),
    receptionist,
    facts,
    targets: Object.fromEntries(targets.map(({ id, ...target }) => [id, target])),
    callerName: null,
    dialect: input.dialect,
  };
}
