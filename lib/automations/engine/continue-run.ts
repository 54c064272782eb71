import { traceCall } from "@/lib/calls";
import { type Sql, withTenantSql } from "@/lib/db";
import { log } from "@/lib/http";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Facts } from "../rule/facts";
import { judgeConditions, whyStale } from "../rule/judge";
import { Rule } from "../rule/rule";
import type { RuleStep } from "../rule/step";
import { Happening } from "../rule/trigger";
import { gatherFacts } from "./gather-facts";
import { endRun, keepStep, type StepResult } from "./keep-run";
import { performStep } from "./perform-step";

type Run = {
  id: string;
  automationId: string;
  name: string;
  isOn: boolean;
  rule: Rule;
  happening: Happening;
  chain: string[];
  status: string;
  position: number;
};

/**
 * Goes on with a run, one step per transaction, until it ends or waits. A step and what it does stand or fall together, so
 * a worker that dies in between repeats nothing. After a wait everything is looked at again.
 */
export async function continueRun(ctx: Ctx, { runId }: { runId: string }): Promise<void> {
  for (let goesOn = true; goesOn; ) goesOn = await withTenantSql(ctx, (sql) => takeStep(sql, ctx, runId));
}

/** @returns whether there is a next step now */
async function takeStep(sql: Sql, ctx: Ctx, runId: string): Promise<boolean> {
  const run = await loadRun(sql, ctx, runId);
  if (!run) return false;
  const facts = await gatherFacts(sql, ctx, run.happening);
  const step = run.rule.steps[run.position];
  if (!facts || !step) return end(sql, ctx, run);
  const why = run.status === "waiting" ? whyNotAnyMore(run, facts) : null;
  if (why) {
    await skipRest(sql, ctx, run, why);
    return false;
  }
  const actor: Ctx["actor"] = { kind: "automation", automationId: run.automationId, chain: run.chain };
  const result = await attempt(sql, { ...ctx, actor }, run, { step, facts });
  if (result.postponedTo) {
    await postpone(sql, ctx, run, result.sentence, result.postponedTo);
    return false;
  }
  await keepStep(sql, ctx, { runId, position: run.position, step }, result);
  await tellCall(sql, ctx, run, result);
  if (result.wakeAt) {
    await wait(sql, ctx, run, result.wakeAt);
    return false;
  }
  if (run.position + 1 >= run.rule.steps.length) return end(sql, ctx, run);
  await sql.run(
    "UPDATE automation_runs SET position = position + 1, status = 'running', reason = '', wake_at = NULL WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, runId],
  );
  return true;
}

/** The run, locked against another worker; null when it is over or waits for later. */
async function loadRun(sql: Sql, ctx: Ctx, runId: string): Promise<Run | null> {
  const row = await sql.one<Omit<Run, "rule" | "happening"> & { rule: unknown; happening: unknown }>(
    `SELECT r.id, r.automation_id AS "automationId", a.name, a.is_on AS "isOn", v.rule, r.happening, r.chain, r.status, r.position
       FROM automation_runs r
       JOIN automations a ON a.tenant_id = r.tenant_id AND a.id = r.automation_id
       JOIN automation_versions v ON v.tenant_id = r.tenant_id AND v.automation_id = r.automation_id AND v.version = r.version
      WHERE r.tenant_id = $1::uuid AND r.id = $2::uuid AND r.status IN ('running', 'waiting') AND (r.wake_at IS NULL OR r.wake_at <= $3::timestamptz)
      FOR UPDATE OF r`,
    [ctx.tenantId, runId, ctx.clock.now()],
  );
  return row && { ...row, rule: Rule.parse(row.rule), happening: Happening.parse(row.happening) };
}

function whyNotAnyMore(run: Run, facts: Facts): string | null {
  if (!run.isOn) return "The rule was switched off while it waited.";
  const stale = whyStale(run.rule.trigger, run.happening, facts);
  if (stale) return stale;
  return judgeConditions(run.rule.conditions, facts).find(({ holds }) => !holds)?.sentence ?? null;
}

type Attempt = { step: RuleStep; facts: Facts };

/** Does a step so that nothing of it stays when it fails; the next one is done all the same. */
async function attempt(sql: Sql, ctx: Ctx, run: Run, { step, facts }: Attempt): Promise<StepResult> {
  await sql.run("SAVEPOINT step");
  try {
    const result = await performStep(sql, ctx, step, { runId: run.id, position: run.position, facts });
    await sql.run("RELEASE SAVEPOINT step");
    return result;
  } catch (error) {
    await sql.run("ROLLBACK TO SAVEPOINT step");
    if (error instanceof AppError) return { outcome: "failed", sentence: error.message };
    log.error({ err: error, runId: run.id, position: run.position }, "A step of an automation failed.");
    return {
      outcome: "failed",
      sentence: "Something went wrong on our side; nothing of this step was done.",
    };
  }
}

/** What a rule did because of a call stands in the call's X-ray too. */
async function tellCall(sql: Sql, ctx: Ctx, { happening, name }: Run, result: StepResult): Promise<void> {
  if (!happening.callId) return;
  const title = `${name}: ${result.sentence}`;
  await traceCall(sql, ctx, happening.callId, { kind: "note", title, data: result.data ?? {} });
}

function wait(sql: Sql, ctx: Ctx, run: Run, wakeAt: Date): Promise<void> {
  return sleep(sql, ctx, run, { position: run.position + 1, reason: "", wakeAt });
}

/** The same step again when it may be done; by then everything is looked at anew. */
function postpone(sql: Sql, ctx: Ctx, run: Run, why: string, wakeAt: Date): Promise<void> {
  return sleep(sql, ctx, run, {
    position: run.position,
    reason: `${why} It goes out when they are over, if all still holds.`,
    wakeAt,
  });
}

type Sleep = { position: number; reason: string; wakeAt: Date };

async function sleep(sql: Sql, ctx: Ctx, run: Run, { position, reason, wakeAt }: Sleep): Promise<void> {
  await sql.run(
    `UPDATE automation_runs SET position = $3::int, reason = $4, status = 'waiting', wake_at = $5::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, run.id, position, reason, wakeAt],
  );
  await enqueue(sql, {
    ...{ tenantId: ctx.tenantId, kind: "automations.continue", payload: { runId: run.id } },
    ...{ key: `continue:${run.id}:${position}`, runAt: wakeAt },
  });
}

async function skipRest(sql: Sql, ctx: Ctx, run: Run, reason: string): Promise<void> {
  for (const [position, step] of run.rule.steps.entries())
    if (position >= run.position)
      await keepStep(sql, ctx, { runId: run.id, position, step }, { outcome: "skipped", sentence: reason });
  await tellCall(sql, ctx, run, { outcome: "skipped", sentence: reason });
  await endRun(sql, ctx, run, { status: "skipped", reason });
}

async function end(sql: Sql, ctx: Ctx, run: Run): Promise<false> {
  const problem = await sql.one<{ sentence: string }>(
    `SELECT sentence FROM automation_steps WHERE tenant_id = $1::uuid AND run_id = $2::uuid AND outcome IN ('failed', 'refused') ORDER BY position LIMIT 1`,
    [ctx.tenantId, run.id],
  );
  const status = problem ? "failed" : "done";
  await endRun(sql, ctx, run, { status, reason: problem?.sentence ?? "" });
  return false;
}
