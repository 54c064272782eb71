import { withTenantSql } from "@/lib/db";
import { type Page, readCursor, toPage } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { getAutomationIn } from "./read-automations";
import type { RunsQuery, RunView } from "./schema";

type Row = Omit<RunView, "wakeAt" | "startedAt" | "finishedAt"> & {
  wakeAt: Date | null;
  startedAt: Date;
  finishedAt: Date | null;
};

/** A rule's log, newest first: what met it, what it did about it, and why or why not. */
export function listRuns(ctx: Ctx, { id, ...query }: { id: string } & RunsQuery): Promise<Page<RunView>> {
  return withTenantSql(ctx, async (sql) => {
    await getAutomationIn(sql, ctx, id);
    const place = readCursor(query.cursor, 2);
    const rows = await sql.rows<Row>(
      `SELECT r.id, r.automation_id AS "automationId", r.version, r.happening ->> 'on' AS "on", r.status, r.reason, r.checks,
          r.conversation_id AS "conversationId", r.wake_at AS "wakeAt", r.started_at AS "startedAt", r.finished_at AS "finishedAt",
          (SELECT jsonb_build_object('id', k.id, 'name', k.name) FROM customers k WHERE k.tenant_id = r.tenant_id AND k.id = r.customer_id) AS customer,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('position', s.position, 'kind', s.kind, 'outcome', s.outcome, 'sentence', s.sentence,
              'at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY s.position), '[]'::jsonb)
             FROM automation_steps s WHERE s.tenant_id = r.tenant_id AND s.run_id = r.id) AS steps
         FROM automation_runs r
        WHERE r.tenant_id = $1::uuid AND r.automation_id = $2::uuid AND ($3 = 'all' OR r.status <> 'skipped')
          AND ($4::timestamptz IS NULL OR (r.started_at, r.id) < ($4::timestamptz, $5::uuid))
        ORDER BY r.started_at DESC, r.id DESC LIMIT $6::int`,
      [ctx.tenantId, id, query.show, place?.[0] ?? null, place?.[1] ?? null, query.limit + 1],
    );
    const page = toPage(rows, query.limit, (row) => [row.startedAt.toISOString(), row.id]);
    return { ...page, data: page.data.map(toView) };
  });
}

function toView(row: Row): RunView {
  return {
    ...row,
    wakeAt: row.wakeAt?.toISOString() ?? null,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
