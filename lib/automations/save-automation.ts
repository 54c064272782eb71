import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { sealNewSecret } from "./engine/webhook-secret";
import { getAutomationIn } from "./read-automations";
import type { Rule } from "./rule/rule";
import type { AutomationChange, AutomationView, NewAutomation } from "./schema";

const mostRules = 100;

/** Makes a rule. Throws `not_found` for a member who is not there, `refused` beyond a hundred rules. */
export function createAutomation(ctx: Ctx, input: NewAutomation): Promise<AutomationView> {
  return withTenantSql(ctx, async (sql) => {
    await requireRoom(sql, ctx);
    await requireMembers(sql, ctx, input.rule);
    const id = newId();
    await sql.run(
      `INSERT INTO automations (tenant_id, id, name, is_on, on_since, trigger_kind, rule, preset, sealed_secret, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3, $4::boolean, $5::timestamptz, $6, $7::jsonb, $8, $9, $5::timestamptz, $5::timestamptz)`,
      [
        ...[ctx.tenantId, id, input.name, input.isOn, ctx.clock.now(), input.rule.trigger.on],
        ...[JSON.stringify(input.rule), input.preset, secretFor(ctx, id, input.rule)],
      ],
    );
    await keepVersion(sql, ctx, { id, version: 1, ...input });
    await note(sql, ctx, id, "automation.created", { name: input.name, isOn: input.isOn });
    return getAutomationIn(sql, ctx, id);
  });
}

/** Changes a rule, from the next event on; runs that wait go on as they began. Throws `conflict` over somebody else's change. */
export function changeAutomation(
  ctx: Ctx,
  { id, ...input }: { id: string } & AutomationChange,
): Promise<AutomationView> {
  return withTenantSql(ctx, async (sql) => {
    await lock(sql, ctx, id);
    const before = await getAutomationIn(sql, ctx, id);
    if (before.version !== input.version)
      throw new AppError(
        "conflict",
        "Somebody else has changed this rule meanwhile. Load it again to see it.",
      );
    await requireMembers(sql, ctx, input.rule);
    const version = input.version + 1;
    await sql.run(
      `UPDATE automations SET name = $3, rule = $4::jsonb, trigger_kind = $5, version = $6::int, sealed_secret = coalesce(sealed_secret, $7),
          on_since = CASE WHEN rule -> 'trigger' = $4::jsonb -> 'trigger' THEN on_since ELSE $8::timestamptz END, updated_at = $8::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [
        ...[ctx.tenantId, id, input.name, JSON.stringify(input.rule), input.rule.trigger.on, version],
        ...[secretFor(ctx, id, input.rule), ctx.clock.now()],
      ],
    );
    await keepVersion(sql, ctx, { id, name: input.name, rule: input.rule, version });
    await note(sql, ctx, id, "automation.changed", { name: input.name, version });
    return getAutomationIn(sql, ctx, id);
  });
}

/** Switches a rule on or off. What happened while it was off is not made up for. */
export function switchAutomation(
  ctx: Ctx,
  { id, isOn }: { id: string; isOn: boolean },
): Promise<AutomationView> {
  return withTenantSql(ctx, async (sql) => {
    await getAutomationIn(sql, ctx, id);
    const changed = await sql.run(
      `UPDATE automations SET is_on = $3::boolean, on_since = $4::timestamptz, updated_at = $4::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND is_on <> $3::boolean`,
      [ctx.tenantId, id, isOn, ctx.clock.now()],
    );
    if (changed > 0)
      await note(sql, ctx, id, isOn ? "automation.switched_on" : "automation.switched_off", {});
    return getAutomationIn(sql, ctx, id);
  });
}

/** Removes a rule with its log. What it has sent stays in the conversations. */
export function removeAutomation(ctx: Ctx, id: string): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const { name } = await getAutomationIn(sql, ctx, id);
    await sql.run("DELETE FROM automations WHERE tenant_id = $1::uuid AND id = $2::uuid", [ctx.tenantId, id]);
    await note(sql, ctx, id, "automation.removed", { name });
  });
}

async function lock(sql: Sql, ctx: Ctx, id: string): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 9))", [`${ctx.tenantId}:${id}`]);
}

async function requireRoom(sql: Sql, ctx: Ctx): Promise<void> {
  const row = await sql.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM automations WHERE tenant_id = $1::uuid",
    [ctx.tenantId],
  );
  if ((row?.count ?? 0) >= mostRules)
    throw new AppError(
      "refused",
      `A business has at most ${mostRules} rules. Remove one that is not needed.`,
    );
}

/** Rules assign to members of this business only. */
async function requireMembers(sql: Sql, ctx: Ctx, { steps }: Rule): Promise<void> {
  const ids = steps.flatMap((step) =>
    step.do === "assign" && step.to.kind === "member" ? [step.to.memberId] : [],
  );
  if (ids.length === 0) return;
  const found = await sql.rows(
    "SELECT id FROM members WHERE tenant_id = $1::uuid AND id = ANY($2::uuid[]) AND disabled_at IS NULL",
    [ctx.tenantId, ids],
  );
  if (found.length < new Set(ids).size) throw new AppError("not_found", "There is no such member.");
}

function secretFor(ctx: Ctx, id: string, { steps }: Rule): string | null {
  return steps.some((step) => step.do === "webhook") ? sealNewSecret(ctx.tenantId, id) : null;
}

async function keepVersion(
  sql: Sql,
  ctx: Ctx,
  { id, name, rule, version }: { id: string; name: string; rule: Rule; version: number },
): Promise<void> {
  const actorId =
    ctx.actor.kind === "user" ? ctx.actor.userId : ctx.actor.kind === "api_key" ? ctx.actor.keyId : null;
  await sql.run(
    `INSERT INTO automation_versions (tenant_id, automation_id, version, name, rule, actor_kind, actor_id, at)
     VALUES ($1::uuid, $2::uuid, $3::int, $4, $5::jsonb, $6, $7, $8::timestamptz)`,
    [ctx.tenantId, id, version, name, JSON.stringify(rule), ctx.actor.kind, actorId, ctx.clock.now()],
  );
}

async function note(
  sql: Sql,
  ctx: Ctx,
  id: string,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordAudit(sql, ctx, { action, subject: { kind: "automation", id }, detail });
  await emit(sql, ctx, { kind: "automation.changed", subject: {}, data: { automationId: id } });
}
