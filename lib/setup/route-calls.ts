import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { loadNumber } from "@/lib/numbers";
import { graphOf, ringsPeople } from "./call-routing";
import { CallRouting } from "./schema";

/** Whom calls can be sent to: the business's transfer list. */
export type RingTarget = { id: string; label: string; e164: string | null; memberName: string | null };

/** Decides what happens to calls on a number from the next call on. Calls that are live keep what they began with. */
export async function routeCalls(ctx: Ctx, id: string, routing: CallRouting): Promise<void> {
  const number = await loadNumber(ctx, id);
  if (ringsPeople(routing.mode) && routing.targetIds.length === 0)
    throw new AppError("invalid_input", "Choose at least one person or number to ring.");
  await withTenantSql(ctx, async (sql) => {
    await requireTargets(sql, ctx, routing.targetIds);
    const flowId = await chooseFlow(sql, ctx, routing, `Calls to ${number.e164}`);
    await sql.run(
      "UPDATE numbers SET settings = (settings - 'flowId') || $3::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, id, JSON.stringify({ callRouting: routing, ...(flowId ? { flowId } : {}) })],
    );
    await recordAudit(sql, ctx, {
      action: "number.routed",
      subject: { kind: "number", id },
      detail: { mode: routing.mode, flowId },
    });
  });
}

/** The flow that was chosen, or one made for a simple routing; null: the receptionist alone. */
async function chooseFlow(sql: Sql, ctx: Ctx, routing: CallRouting, name: string): Promise<string | null> {
  if (routing.mode !== "flow") {
    const graph = graphOf(routing);
    return graph ? publish(sql, ctx, name, graph) : null;
  }
  const row = await sql.one<{ isPublished: boolean }>(
    `SELECT published_version IS NOT NULL AS "isPublished" FROM flows
      WHERE tenant_id = $1::uuid AND id = $2::uuid AND archived_at IS NULL FOR UPDATE`,
    [ctx.tenantId, routing.flowId ?? null],
  );
  if (!row) throw new AppError("not_found", "There is no such flow.");
  if (!row.isPublished)
    throw new AppError("conflict", "Publish the flow first; nobody could be answered by it yet.");
  return routing.flowId ?? null;
}

async function requireTargets(sql: Sql, ctx: Ctx, ids: string[]): Promise<void> {
  const row = await sql.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM transfer_targets WHERE tenant_id = $1::uuid AND id = ANY($2::uuid[]) AND (e164 IS NOT NULL OR member_id IS NOT NULL)",
    [ctx.tenantId, ids],
  );
  if (row?.count !== new Set(ids).size)
    throw new AppError(
      "not_found",
      "Somebody of these is not in the transfer list, or can be rung neither by phone nor in a browser.",
    );
}

/** A flow of its own each time, so that what served before stays as it was. */
async function publish(sql: Sql, ctx: Ctx, name: string, graph: object): Promise<string> {
  const id = newId();
  const now = ctx.clock.now();
  await sql.run(
    `INSERT INTO flows (tenant_id, id, name, published_version, created_at, updated_at, archived_at)
     VALUES ($1::uuid, $2::uuid, $3, 1, $4::timestamptz, $4::timestamptz, $4::timestamptz)`,
    [ctx.tenantId, id, name, now],
  );
  await sql.run(
    "INSERT INTO flow_versions (tenant_id, flow_id, version, graph, created_at) VALUES ($1::uuid, $2::uuid, 1, $3::jsonb, $4::timestamptz)",
    [ctx.tenantId, id, JSON.stringify(graph), now],
  );
  return id;
}

/** What happens to calls on every number, by its id, whom they could ring, and which flows they could go by. */
export async function readCallRoutings(ctx: Ctx): Promise<{
  routings: Record<string, CallRouting>;
  targets: RingTarget[];
  flows: { id: string; name: string }[];
}> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<{ id: string; routing: unknown }>(
      "SELECT id, settings -> 'callRouting' AS routing FROM numbers WHERE tenant_id = $1::uuid AND status = 'active'",
      [ctx.tenantId],
    );
    const targets = await sql.rows<RingTarget>(
      `SELECT t.id, t.label, t.e164, m.name AS "memberName" FROM transfer_targets t
         LEFT JOIN members m ON m.tenant_id = t.tenant_id AND m.id = t.member_id AND m.disabled_at IS NULL
        WHERE t.tenant_id = $1::uuid AND (t.e164 IS NOT NULL OR m.id IS NOT NULL) ORDER BY t.position`,
      [ctx.tenantId],
    );
    const flows = await sql.rows<{ id: string; name: string }>(
      `SELECT id, name FROM flows WHERE tenant_id = $1::uuid AND archived_at IS NULL AND published_version IS NOT NULL ORDER BY lower(name), id`,
      [ctx.tenantId],
    );
    const plain = CallRouting.parse({ mode: "receptionist" });
    const routings = rows.map(
      ({ id, routing }) => [id, CallRouting.safeParse(routing).data ?? plain] as const,
    );
    return { routings: Object.fromEntries(routings), targets, flows };
  });
}
