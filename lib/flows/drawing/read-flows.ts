import { carrier, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { flowsOf } from "../graph/link";
import { defaultFlow, FlowGraph } from "../graph/step";
import { type FlowSurroundings, validateFlow } from "../graph/validate";
import type { FlowChoices, FlowRow, FlowView, VersionRow, VersionView } from "./schema";

type RawFlow = Omit<FlowRow, "updatedAt" | "isChanged"> & {
  updatedAt: Date;
  draft: unknown;
  published: unknown;
  revision: number;
};

// Flows that a number's simple routing made are archived from the beginning: nobody drew them.
const flowSource = `SELECT f.id, f.name, f.published_version AS "publishedVersion", f.updated_at AS "updatedAt", f.draft,
    f.draft_revision AS revision, v.graph AS published,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'e164', n.e164, 'label', n.label) ORDER BY n.created_at) FROM numbers n
      WHERE n.tenant_id = f.tenant_id AND n.settings ->> 'flowId' = f.id::text AND n.status = 'active'), '[]'::jsonb) AS numbers
  FROM flows f LEFT JOIN flow_versions v ON v.tenant_id = f.tenant_id AND v.flow_id = f.id AND v.version = f.published_version
  WHERE f.tenant_id = $1::uuid AND f.archived_at IS NULL`;

/** The business's flows, by name. */
export function listFlows(ctx: Ctx): Promise<FlowRow[]> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<RawFlow>(`${flowSource} ORDER BY lower(f.name), f.id`, [ctx.tenantId]);
    return rows.map(toRow);
  });
}

/** One flow with its drawing, what is wrong with it, its versions, and what its steps can refer to. Throws `not_found`. */
export function getFlow(ctx: Ctx, id: string): Promise<FlowView> {
  return withTenantSql(ctx, async (sql) => {
    const raw = await requireFlow(sql, ctx, id);
    const graph = graphOf(raw);
    const choices = await readChoices(sql, ctx);
    return {
      ...toRow(raw),
      ...{ graph, revision: raw.revision, choices },
      problems: validateFlow(graph, surroundingsOf(choices, id)),
      versions: await listVersions(sql, ctx, id),
    };
  });
}

/** A flow as the database has it, for a change too. Throws `not_found`, for another tenant's too. */
export async function requireFlow(sql: Sql, ctx: Ctx, id: string, lock = ""): Promise<RawFlow> {
  const row = isId(id)
    ? await sql.one<RawFlow>(`${flowSource} AND f.id = $2::uuid ${lock}`, [ctx.tenantId, id])
    : null;
  if (!row) throw new AppError("not_found", "There is no such flow.");
  return row;
}

/** What is drawn: the draft, or what serves when nothing was changed since. */
export function graphOf(raw: Pick<RawFlow, "draft" | "published">): FlowGraph {
  const parsed = FlowGraph.safeParse(raw.draft ?? raw.published);
  return parsed.success ? parsed.data : defaultFlow;
}

function toRow({ draft, published: _, revision: __, updatedAt, ...row }: RawFlow): FlowRow {
  return {
    ...row,
    isChanged: draft !== null || row.publishedVersion === null,
    updatedAt: updatedAt.toISOString(),
  };
}

/** Whom a step can ring and which flows it can go to. */
export async function readChoices(sql: Sql, ctx: Ctx): Promise<FlowChoices> {
  const targets = await sql.rows<{ id: string; label: string }>(
    `SELECT id, label FROM transfer_targets WHERE tenant_id = $1::uuid AND (e164 IS NOT NULL OR member_id IS NOT NULL) ORDER BY position`,
    [ctx.tenantId],
  );
  const queues = await sql.rows<FlowChoices["queues"][number]>(
    `SELECT id, name, coalesce(settings ->> 'whenTooLong' = 'go_on', false) AS "goesOn", coalesce(jsonb_array_length(settings -> 'targetIds'), 0) AS people
       FROM queues WHERE tenant_id = $1::uuid AND archived_at IS NULL ORDER BY lower(name), id`,
    [ctx.tenantId],
  );
  const flows = await sql.rows<RawFlow>(`${flowSource} ORDER BY lower(f.name), f.id`, [ctx.tenantId]);
  return {
    ...{ targets, queues },
    noPayment: await readNoPayment(sql, ctx),
    flows: flows.map(({ id, name, publishedVersion, published }) => {
      const graph = FlowGraph.safeParse(published);
      return {
        id,
        name,
        isPublished: publishedVersion !== null,
        goesTo: graph.success ? flowsOf(graph.data) : [],
      };
    }),
  };
}

/** Numbers that are served by a flow while their carrier takes no cards. */
async function readNoPayment(sql: Sql, ctx: Ctx): Promise<FlowChoices["noPayment"]> {
  const served = await sql.rows<{ flowId: string; e164: string; carrier: string }>(
    `SELECT settings ->> 'flowId' AS "flowId", e164, carrier FROM numbers
      WHERE tenant_id = $1::uuid AND status = 'active' AND settings ->> 'flowId' IS NOT NULL ORDER BY created_at`,
    [ctx.tenantId],
  );
  return served.flatMap(({ flowId, e164, carrier: name }) => {
    const description = isCarrierName(name) ? carrier(name).description : null;
    if (!description || description.capabilities.payment) return [];
    return [{ flowId, e164, because: description.missing.payment ?? `${description.label} takes no cards.` }];
  });
}

/** The same as the validation looks at it. */
export function surroundingsOf(
  { targets, queues, flows, noPayment }: FlowChoices,
  flowId: string,
): FlowSurroundings {
  return {
    flowId,
    noPayment: noPayment.filter((gap) => gap.flowId === flowId),
    targetIds: targets.map(({ id }) => id),
    queues: Object.fromEntries(queues.map(({ id, ...queue }) => [id, queue])),
    flows: Object.fromEntries(
      flows.flatMap(({ id, name, isPublished, goesTo }) =>
        isPublished ? [[id, { name, goesTo }] as const] : [],
      ),
    ),
  };
}

async function listVersions(sql: Sql, ctx: Ctx, flowId: string): Promise<VersionRow[]> {
  const rows = await sql.rows<RawVersion>(`${versionSource} ORDER BY v.version DESC LIMIT 100`, [
    ctx.tenantId,
    flowId,
  ]);
  return rows.map(({ graph: _, createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}

type RawVersion = Omit<VersionRow, "createdAt"> & { createdAt: Date; graph: unknown };

const versionSource = `SELECT v.version, v.note, v.created_at AS "createdAt", m.name AS "createdByName", v.graph FROM flow_versions v
  LEFT JOIN members m ON m.tenant_id = v.tenant_id AND m.user_id = v.created_by WHERE v.tenant_id = $1::uuid AND v.flow_id = $2::uuid`;

/** A version as it was published. Throws `not_found`. */
export function getVersion(ctx: Ctx, id: string, version: number): Promise<VersionView> {
  return withTenantSql(ctx, async (sql) => {
    await requireFlow(sql, ctx, id);
    return requireVersion(sql, ctx, id, version);
  });
}

/** {@link getVersion} inside a running transaction. */
export async function requireVersion(sql: Sql, ctx: Ctx, id: string, version: number): Promise<VersionView> {
  const row = await sql.one<RawVersion>(`${versionSource} AND v.version = $3`, [ctx.tenantId, id, version]);
  const graph = FlowGraph.safeParse(row?.graph);
  if (!row || !graph.success) throw new AppError("not_found", "There is no such version.");
  return { ...row, createdAt: row.createdAt.toISOString(), graph: graph.data };
}
