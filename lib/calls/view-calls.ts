import { type Sql, withTenantSql } from "@/lib/db";
import type { Page } from "@/lib/http";
import { readCursor, toPage } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import {
  callColumns,
  callSource,
  type RawCall,
  type RawRecording,
  type RawTurn,
  toCallRow,
  toRecordingView,
  toTurnView,
} from "./call-row";
import type { CallFilter, CallRow, CallView, PaymentView, TraceView } from "./schema";

/** The first moment of a day where the business is. */
const dayBegins = (day: string) =>
  `(${day})::timestamp AT TIME ZONE (SELECT timezone FROM tenants WHERE id = $1::uuid)`;

/** Calls by any of the filters, newest first. */
export async function listCalls(ctx: Ctx, filter: CallFilter): Promise<Page<CallRow>> {
  const place = readCursor(filter.cursor, 2);
  const { conditions, values } = conditionsOf(filter);
  if (place) {
    values.push(...place);
    conditions.push(`(c.started_at, c.id) < ($${values.length}::timestamptz, $${values.length + 1}::uuid)`);
  }
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<RawCall>(
      `SELECT ${callColumns} FROM ${callSource} WHERE ${["c.tenant_id = $1::uuid", ...conditions].join(" AND ")}
        ORDER BY c.started_at DESC, c.id DESC LIMIT ${filter.limit + 1}`,
      [ctx.tenantId, ...values],
    ),
  );
  return toPage(rows.map(toCallRow), filter.limit, (row) => [row.startedAt, row.id]);
}

function conditionsOf(filter: CallFilter): { conditions: string[]; values: unknown[] } {
  const given: [column: string, value: unknown][] = [
    ["c.carrier_call_id = ?", filter.carrierCallId],
    ["c.customer_id = ?::uuid", filter.customerId],
    ["c.direction = ?", filter.direction],
    ["c.outcome = ?", filter.outcome],
    ["c.number_id = ?::uuid", filter.numberId],
    ["c.answered_by = ?", filter.answeredBy],
    ["c.sentiment_label = ?", filter.sentiment],
    [`c.started_at >= ${dayBegins("?::date")}`, filter.from],
    [`c.started_at < ${dayBegins("?::date + 1")}`, filter.to],
  ];
  const used = given.filter(([, value]) => value !== undefined);
  return {
    conditions: used.map(([condition], index) => condition.replace("?", `$${index + 2}`)),
    values: used.map(([, value]) => value),
  };
}

/** One call with transcript and recordings. Throws `not_found`, for another tenant's too. */
export async function getCall(ctx: Ctx, id: string): Promise<CallView> {
  const call = isId(id) ? await withTenantSql(ctx, (sql) => readCall(sql, ctx, id)) : null;
  if (!call) throw new AppError("not_found", "There is no such call.");
  return call;
}

async function readCall(sql: Sql, ctx: Ctx, id: string): Promise<CallView | null> {
  const row = await sql.one<RawCall>(
    `SELECT ${callColumns} FROM ${callSource} WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
    [ctx.tenantId, id],
  );
  if (!row) return null;
  const turns = await sql.rows<RawTurn>(
    "SELECT speaker, text, at FROM call_turns WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY position",
    [ctx.tenantId, id],
  );
  const recordings = await sql.rows<RawRecording>(
    "SELECT id, kind, state, seconds, transcript FROM recordings WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY created_at, id",
    [ctx.tenantId, id],
  );
  const payments = await sql.rows<Omit<PaymentView, "at"> & { at: Date }>(
    `SELECT jsonb_build_object('minor', amount_minor, 'currency', currency) AS amount, is_paid AS "isPaid", result, last_four AS "lastFour",
        brand, confirmation, created_at AS at FROM payments WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY turn`,
    [ctx.tenantId, id],
  );
  return {
    ...toCallRow(row),
    payments: payments.map((payment) => ({ ...payment, at: payment.at.toISOString() })),
    turns: turns.map((turn) => toTurnView(row, turn)),
    recordings: recordings.map((recording) => toRecordingView(row, recording)),
  };
}

/** The X-ray of a call: everything that happened, in order, with timings. */
export async function listTraces(ctx: Ctx, callId: string): Promise<TraceView[]> {
  await getCall(ctx, callId);
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Omit<TraceView, "at"> & { at: Date }>(
      "SELECT id, at, kind, title, data, milliseconds FROM call_traces WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY at, id LIMIT 2000",
      [ctx.tenantId, callId],
    ),
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
