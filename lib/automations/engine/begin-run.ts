import { traceCall } from "@/lib/calls";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { notify } from "@/lib/notifications";
import type { Facts } from "../rule/facts";
import { type Check, isEcho, judgeConditions, whyCircular, whyStale, whyTooOften } from "../rule/judge";
import { Rule } from "../rule/rule";
import type { Happening } from "../rule/trigger";
import { continueRun } from "./continue-run";
import { gatherFacts } from "./gather-facts";
import { emitRun } from "./keep-run";

/** One rule and one thing that happened. */
export type Beginning = { automationId: string; happening: Happening; chain: readonly string[] };

type Automation = { id: string; name: string; version: number; rule: unknown; isOn: boolean };
type Verdict = { status: "running" | "skipped" | "stopped"; reason: string; checks: Check[] };

/**
 * Lets a rule look at something that happened: writes down a run with what it found, and does its steps when everything
 * holds. The same event starts a rule once, however often this is called.
 */
export async function beginRun(ctx: Ctx, beginning: Beginning): Promise<void> {
  const runId = await withTenantSql(ctx, (sql) => begin(sql, ctx, beginning));
  if (runId) await continueRun(ctx, { runId });
}

/** @returns the run when it is to go on */
async function begin(sql: Sql, ctx: Ctx, beginning: Beginning): Promise<string | null> {
  const { automationId, happening } = beginning;
  const automation = await sql.one<Automation>(
    `SELECT id, name, version, rule, is_on AS "isOn" FROM automations WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, automationId],
  );
  if (!automation?.isOn) return null;
  await lockCustomer(sql, ctx, beginning);
  const known = await sql.one<{ id: string; status: string }>(
    "SELECT id, status FROM automation_runs WHERE tenant_id = $1::uuid AND automation_id = $2::uuid AND event_key = $3",
    [ctx.tenantId, automationId, happening.key],
  );
  if (known) return known.status === "running" ? known.id : null;
  const facts = await gatherFacts(sql, ctx, happening);
  if (!facts) return null;
  const rule = Rule.parse(automation.rule);
  if (!isMeant(rule, happening)) return null;
  const verdict = await judge(sql, ctx, { rule, beginning, facts });
  const id = await insertRun(sql, ctx, { automation, beginning, facts, verdict });
  if (!id) return null;
  if (verdict.status === "stopped") await tellPeople(sql, ctx, automation, verdict.reason);
  if (verdict.status !== "running" && happening.callId)
    await traceCall(sql, ctx, happening.callId, {
      kind: "note",
      title: `${automation.name}: not done. ${verdict.reason}`,
    });
  return verdict.status === "running" ? id : null;
}

/** Two events about one customer look at a rule one after the other, so that "once an hour" is once. */
async function lockCustomer(sql: Sql, ctx: Ctx, { automationId, happening }: Beginning): Promise<void> {
  await sql.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [
    `${ctx.tenantId}:${automationId}:${happening.customerId ?? happening.key}`,
  ]);
}

/** A rule for one tag looks at no other; that is no run that was skipped. */
function isMeant({ trigger }: Rule, happening: Happening): boolean {
  return (
    trigger.on === happening.on &&
    (trigger.on !== "customer_tagged" || trigger.tag === null || happening.tags.includes(trigger.tag))
  );
}

type Judging = { rule: Rule; beginning: Beginning; facts: Facts };

async function judge(sql: Sql, ctx: Ctx, { rule, beginning, facts }: Judging): Promise<Verdict> {
  const { automationId, happening, chain } = beginning;
  const circular = whyCircular(automationId, chain);
  if (circular) return { status: "stopped", reason: circular, checks: [] };
  const checks = judgeConditions(rule.conditions, facts);
  const missing = checks.find(({ holds }) => !holds);
  if (missing) return { status: "skipped", reason: missing.sentence, checks };
  const stale = whyStale(rule.trigger, happening, facts);
  if (stale) return { status: "skipped", reason: stale, checks };
  const often = whyTooOften(rule.limits, await countRuns(sql, ctx, beginning, rule.limits.withinHours));
  if (often) return { status: "skipped", reason: often, checks };
  if (happening.messageId && isEcho(await lastTexts(sql, ctx, happening))) {
    const reason = "The same text came three times in a row: the other side may be a machine too.";
    return { status: "stopped", reason, checks };
  }
  return { status: "running", reason: "", checks };
}

async function countRuns(
  sql: Sql,
  ctx: Ctx,
  { automationId, happening }: Beginning,
  withinHours: number,
): Promise<{ forCustomer: number; inLastHour: number }> {
  const now = ctx.clock.now().getTime();
  const row = await sql.one<{ forCustomer: number; inLastHour: number }>(
    `SELECT (SELECT count(*) FROM automation_runs WHERE tenant_id = $1::uuid AND automation_id = $2::uuid AND customer_id = $3::uuid
          AND started_at > $4::timestamptz AND status NOT IN ('skipped', 'stopped'))::int AS "forCustomer",
        (SELECT count(*) FROM automation_runs WHERE tenant_id = $1::uuid AND automation_id = $2::uuid
          AND started_at > $5::timestamptz AND status NOT IN ('skipped', 'stopped'))::int AS "inLastHour"`,
    [
      ...[ctx.tenantId, automationId, happening.customerId],
      ...[new Date(now - withinHours * 3_600_000), new Date(now - 3_600_000)],
    ],
  );
  return row ?? { forCustomer: 0, inLastHour: 0 };
}

async function lastTexts(sql: Sql, ctx: Ctx, { customerId }: Happening): Promise<string[]> {
  const rows = await sql.rows<{ body: string }>(
    `SELECT body FROM messages WHERE tenant_id = $1::uuid AND customer_id = $2::uuid AND direction = 'inbound'
        AND created_at > $3::timestamptz ORDER BY created_at DESC, id DESC LIMIT 3`,
    [ctx.tenantId, customerId, new Date(ctx.clock.now().getTime() - 3_600_000)],
  );
  return rows.map(({ body }) => body).reverse();
}

type NewRun = { automation: Automation; beginning: Beginning; facts: Facts; verdict: Verdict };

/** Writes the run down; null when another worker was first. */
async function insertRun(sql: Sql, ctx: Ctx, run: NewRun): Promise<string | null> {
  const { automation, beginning, facts, verdict } = run;
  const { happening, chain } = beginning;
  const id = newId();
  const still = happening.still ?? {
    startsAt: facts.appointment?.startsAt ?? null,
    lastInboundAt: facts.conversation?.lastInboundAt ?? null,
  };
  const now = ctx.clock.now();
  const inserted = await sql.run(
    `INSERT INTO automation_runs (tenant_id, id, automation_id, version, event_key, happening, customer_id, conversation_id, chain, status,
       checks, reason, started_at, finished_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int, $5, $6::jsonb, $7::uuid, $8::uuid, $9::uuid[], $10, $11::jsonb, $12, $13::timestamptz, $14::timestamptz)
     ON CONFLICT (tenant_id, automation_id, event_key) DO NOTHING`,
    [
      ...[ctx.tenantId, id, automation.id, automation.version, happening.key],
      ...[JSON.stringify({ ...happening, still }), happening.customerId, facts.conversation?.id ?? null],
      ...[[...chain, automation.id], verdict.status, JSON.stringify(verdict.checks), verdict.reason],
      ...[now, verdict.status === "running" ? null : now],
    ],
  );
  if (inserted === 0) return null;
  await emitRun(sql, ctx, { automationId: automation.id, status: verdict.status });
  return id;
}

async function tellPeople(sql: Sql, ctx: Ctx, automation: Automation, reason: string): Promise<void> {
  await notify(sql, ctx, {
    ...{
      kind: "automation.stopped",
      subject: `automation:${automation.id}`,
      audience: "admin",
      tone: "warn",
    },
    ...{
      title: `“${automation.name}” was stopped`,
      body: reason,
      href: `/automations/${automation.id}/runs`,
    },
  });
}
