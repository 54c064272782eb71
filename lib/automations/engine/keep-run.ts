import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import type { RuleStep } from "../rule/step";

/** How a step went. */
export type StepOutcome = "done" | "skipped" | "refused" | "failed" | "waiting";

/** What became of a step: in words, with ids of what it made. */
export type StepResult = {
  outcome: StepOutcome;
  sentence: string;
  data?: Record<string, unknown>;
  /** Set by a wait: when to go on. */
  wakeAt?: Date;
  /** Set by what may not be done yet: when to try the same step again. */
  postponedTo?: Date;
};

/** Writes a step down. Its key is unique, so a step that was done is never done again. */
export async function keepStep(
  sql: Sql,
  ctx: Ctx,
  at: { runId: string; position: number; step: RuleStep },
  result: StepResult,
): Promise<void> {
  await sql.run(
    `INSERT INTO automation_steps (tenant_id, run_id, position, kind, outcome, sentence, data, at)
     VALUES ($1::uuid, $2::uuid, $3::int, $4, $5, $6, $7::jsonb, $8::timestamptz)`,
    [
      ...[ctx.tenantId, at.runId, at.position, at.step.do, result.outcome, result.sentence],
      ...[JSON.stringify(result.data ?? {}), ctx.clock.now()],
    ],
  );
}

/** Ends a run. */
export async function endRun(
  sql: Sql,
  ctx: Ctx,
  run: { id: string; automationId: string },
  end: { status: "done" | "skipped" | "failed"; reason: string },
): Promise<void> {
  await sql.run(
    `UPDATE automation_runs SET status = $3, reason = $4, finished_at = $5::timestamptz, wake_at = NULL WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, run.id, end.status, end.reason, ctx.clock.now()],
  );
  await emitRun(sql, ctx, { automationId: run.automationId, status: end.status });
}

/** Lets open screens know that there is something new in a rule's log. */
export function emitRun(
  sql: Sql,
  ctx: Ctx,
  { automationId, status }: { automationId: string; status: string },
): Promise<void> {
  return emit(sql, ctx, { kind: "automation.ran", subject: {}, data: { automationId, status } });
}
