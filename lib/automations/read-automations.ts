import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { openSecret, sealNewSecret } from "./engine/webhook-secret";
import { describeRule, type Names } from "./rule/describe";
import { Rule } from "./rule/rule";
import type { AutomationView } from "./schema";

type Row = Omit<AutomationView, "rule" | "summary" | "createdAt" | "updatedAt"> & {
  rule: unknown;
  createdAt: Date;
  updatedAt: Date;
};

const columns = `a.id, a.name, a.is_on AS "isOn", a.version, a.preset, a.rule, a.created_at AS "createdAt", a.updated_at AS "updatedAt",
  (SELECT jsonb_build_object('status', r.status, 'reason', r.reason, 'at', to_char(r.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     FROM automation_runs r WHERE r.tenant_id = a.tenant_id AND r.automation_id = a.id AND r.status <> 'skipped'
    ORDER BY r.started_at DESC, r.id DESC LIMIT 1) AS "lastRun",
  (SELECT count(*) FROM automation_runs r WHERE r.tenant_id = a.tenant_id AND r.automation_id = a.id AND r.status NOT IN ('skipped', 'stopped')
     AND r.started_at > $2::timestamptz)::int AS "runsThisWeek"`;

/** The rules of the business, in the order in which they were made. */
export function listAutomations(ctx: Ctx): Promise<AutomationView[]> {
  return withTenantSql(ctx, async (sql) => {
    const rows = await sql.rows<Row>(
      `SELECT ${columns} FROM automations a WHERE a.tenant_id = $1::uuid ORDER BY a.created_at, a.id LIMIT 200`,
      [ctx.tenantId, weekAgo(ctx)],
    );
    const names = await readNames(sql, ctx);
    return rows.map((row) => toView(row, names));
  });
}

/** One rule. Throws `not_found`, for another tenant's too. */
export function getAutomation(ctx: Ctx, id: string): Promise<AutomationView> {
  return withTenantSql(ctx, (sql) => getAutomationIn(sql, ctx, id));
}

/** {@link getAutomation} inside a running transaction. */
export async function getAutomationIn(sql: Sql, ctx: Ctx, id: string): Promise<AutomationView> {
  const row = isId(id)
    ? await sql.one<Row>(
        `SELECT ${columns} FROM automations a WHERE a.tenant_id = $1::uuid AND a.id = $3::uuid`,
        [...[ctx.tenantId, weekAgo(ctx), id]],
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such rule.");
  return toView(row, await readNames(sql, ctx));
}

/** The secret that a rule signs its webhooks with; made when it is first needed. Throws `not_found`. */
export async function readWebhookSecret(ctx: Ctx, id: string): Promise<{ secret: string }> {
  const row = isId(id)
    ? await withTenantSql(ctx, (sql) =>
        sql.one<{ sealed: string }>(
          `UPDATE automations SET sealed_secret = coalesce(sealed_secret, $3) WHERE tenant_id = $1::uuid AND id = $2::uuid
            RETURNING sealed_secret AS sealed`,
          [ctx.tenantId, id, sealNewSecret(ctx.tenantId, id)],
        ),
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such rule.");
  return { secret: openSecret(ctx.tenantId, id, row.sealed) };
}

/** What members are called, for sentences about rules. */
async function readNames(sql: Sql, ctx: Ctx): Promise<Names> {
  const members = await sql.rows<{ id: string; name: string }>(
    "SELECT id, name FROM members WHERE tenant_id = $1::uuid",
    [ctx.tenantId],
  );
  return { members };
}

function toView(row: Row, names: Names): AutomationView {
  const rule = Rule.parse(row.rule);
  return {
    ...row,
    ...{ rule, summary: describeRule(rule, names) },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function weekAgo(ctx: Ctx): Date {
  return new Date(ctx.clock.now().getTime() - 7 * 86_400_000);
}
