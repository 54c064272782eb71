import type { Sql } from "@/lib/db";
import { defaultFlow, FlowGraph } from "@/lib/flows";
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

async function loadFlow(sql: Sql, ctx: Ctx, numberId: string | null): Promise<FlowGraph> {
  const row = await sql.one<{ graph: unknown }>(
    `SELECT v.graph FROM numbers n JOIN flows f ON f.tenant_id = n.tenant_id AND f.id::text = n.settings ->> 'flowId'
       JOIN flow_versions v ON v.tenant_id = f.tenant_id AND v.flow_id = f.id AND v.version = f.published_version
      WHERE n.tenant_id = $1::uuid AND n.id = $2::uuid`,
    [ctx.tenantId, numberId],
  );
  const drawn = FlowGraph.safeParse(row?.graph);
  return drawn.success ? drawn.data : defaultFlow;
}
