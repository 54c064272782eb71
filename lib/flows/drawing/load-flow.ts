import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { flowsOf, linkFlow } from "../graph/link";
import { defaultFlow, FlowGraph } from "../graph/step";

/** How many flows one call may go through; more is a drawing that nobody understands any more. */
const mostLinked = 20;

/** The flow that serves calls on a number, with all flows it goes to; the receptionist alone where nobody drew one. */
export async function loadFlow(sql: Sql, ctx: Ctx, numberId: string | null): Promise<FlowGraph> {
  const row = await sql.one<{ graph: unknown }>(
    `SELECT v.graph FROM numbers n JOIN flows f ON f.tenant_id = n.tenant_id AND f.id::text = n.settings ->> 'flowId'
       JOIN flow_versions v ON v.tenant_id = f.tenant_id AND v.flow_id = f.id AND v.version = f.published_version
      WHERE n.tenant_id = $1::uuid AND n.id = $2::uuid`,
    [ctx.tenantId, numberId],
  );
  const drawn = FlowGraph.safeParse(row?.graph);
  return drawn.success ? linkPublished(sql, ctx, drawn.data) : defaultFlow;
}

/** A graph with the published versions of the flows it goes to. */
export async function linkPublished(sql: Sql, ctx: Ctx, graph: FlowGraph): Promise<FlowGraph> {
  const others: Record<string, FlowGraph> = {};
  for (let missing = flowsOf(graph); missing.length > 0; missing = missingOf(others)) {
    if (Object.keys(others).length + missing.length > mostLinked) break;
    const found = await readPublished(sql, ctx, missing);
    if (found.length === 0) break;
    for (const { id, graph: other } of found) others[id] = other;
  }
  return Object.keys(others).length > 0 ? linkFlow(graph, others) : graph;
}

function missingOf(others: Readonly<Record<string, FlowGraph>>): string[] {
  return [...new Set(Object.values(others).flatMap(flowsOf))].filter((id) => !(id in others));
}

async function readPublished(sql: Sql, ctx: Ctx, ids: string[]): Promise<{ id: string; graph: FlowGraph }[]> {
  const rows = await sql.rows<{ id: string; graph: unknown }>(
    `SELECT f.id, v.graph FROM flows f
       JOIN flow_versions v ON v.tenant_id = f.tenant_id AND v.flow_id = f.id AND v.version = f.published_version
      WHERE f.tenant_id = $1::uuid AND f.id = ANY($2::uuid[])`,
    [ctx.tenantId, ids],
  );
  return rows.flatMap(({ id, graph }) => {
    const parsed = FlowGraph.safeParse(graph);
    return parsed.success ? [{ id, graph: parsed.data }] : [];
  });
}
