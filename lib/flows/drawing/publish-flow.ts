import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { FlowGraph } from "../graph/step";
import { canServe, type Problem, validateFlow } from "../graph/validate";
import { note } from "./change-flows";
import { graphOf, readChoices, requireFlow, requireVersion, surroundingsOf } from "./read-flows";
import type { DraftSaved, FlowDraft, NewVersion, Publication } from "./schema";

/** Keeps what is being drawn; it may be wrong, publishing is what refuses. Throws `conflict` over somebody else's change. */
export function saveDraft(ctx: Ctx, id: string, { graph, revision }: FlowDraft): Promise<DraftSaved> {
  return withTenantSql(ctx, async (sql) => {
    await requireRevision(sql, ctx, id, revision);
    await sql.run(
      `UPDATE flows SET draft = $3::jsonb, draft_revision = draft_revision + 1, updated_at = $4::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, id, JSON.stringify(graph), ctx.clock.now()],
    );
    return { revision: revision + 1, problems: await problemsOf(sql, ctx, id, graph) };
  });
}

/** Makes the draft the version that serves, from the next call on. Refused with what is wrong, by step. */
export function publishFlow(ctx: Ctx, id: string, input: NewVersion): Promise<{ version: number }> {
  return withTenantSql(ctx, async (sql) => {
    const flow = await requireRevision(sql, ctx, id, input.revision);
    if (flow.draft === null) throw new AppError("conflict", "Nothing was changed since the last version.");
    const graph = graphOf(flow);
    await requireServing(sql, ctx, id, graph);
    const row = await sql.one<{ version: number }>(
      `INSERT INTO flow_versions (tenant_id, flow_id, version, graph, note, created_by, created_at)
       SELECT $1::uuid, $2::uuid, coalesce(max(version), 0) + 1, $3::jsonb, $4, $5::uuid, $6::timestamptz
         FROM flow_versions WHERE tenant_id = $1::uuid AND flow_id = $2::uuid RETURNING version`,
      [ctx.tenantId, id, JSON.stringify(graph), input.note, authorOf(ctx), ctx.clock.now()],
    );
    const version = row?.version ?? 1;
    await serve(sql, ctx, id, version, "draft = NULL, draft_revision = draft_revision + 1,");
    await note(sql, ctx, id, "flow.published", { version });
    return { version };
  });
}

/** Lets an earlier version, or a later one again, serve from the next call on. What is drawn stays, as a change to be published. */
export function rollBackFlow(ctx: Ctx, id: string, { version }: Publication): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const flow = await requireFlow(sql, ctx, id, "FOR UPDATE OF f");
    const { graph } = await requireVersion(sql, ctx, id, version);
    await requireServing(sql, ctx, id, graph);
    await sql.run(
      `UPDATE flows SET draft = nullif(coalesce(draft, $3::jsonb), $4::jsonb) WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [ctx.tenantId, id, JSON.stringify(graphOf(flow)), JSON.stringify(graph)],
    );
    await serve(sql, ctx, id, version, "");
    await note(sql, ctx, id, "flow.rolled_back", { from: flow.publishedVersion, to: version });
  });
}

async function requireRevision(sql: Sql, ctx: Ctx, id: string, revision: number) {
  const flow = await requireFlow(sql, ctx, id, "FOR UPDATE OF f");
  if (flow.revision !== revision)
    throw new AppError("conflict", "Somebody else has changed this flow meanwhile. Load it again to see it.");
  return flow;
}

async function problemsOf(sql: Sql, ctx: Ctx, id: string, graph: FlowGraph): Promise<Problem[]> {
  return validateFlow(graph, surroundingsOf(await readChoices(sql, ctx), id));
}

async function requireServing(sql: Sql, ctx: Ctx, id: string, graph: FlowGraph): Promise<void> {
  const problems = await problemsOf(sql, ctx, id, graph);
  if (canServe(problems)) return;
  const wrong = problems.filter(({ severity }) => severity === "error");
  const errors = wrong.map(({ stepId, field, sentence }) => ({
    in: "body",
    field: ["steps", stepId, field].filter(Boolean).join("."),
    message: sentence,
  }));
  throw new AppError("refused", wrong[0]?.sentence ?? "This flow cannot serve.", { details: { errors } });
}

async function serve(sql: Sql, ctx: Ctx, id: string, version: number, also: string): Promise<void> {
  await sql.run(
    `UPDATE flows SET ${also} published_version = $3, updated_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, id, version, ctx.clock.now()],
  );
}

function authorOf({ actor }: Ctx): string | null {
  return actor.kind === "user" ? actor.userId : null;
}
