import { type Sql, withTenantSql } from "@/lib/db";
import type { Page } from "@/lib/http";
import { readCursor, toPage } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { explainMissed } from "./rules";
import type { CallFilter, CallRow, CallTurnView, CallView, RecordingView, TraceView } from "./schema";

type Raw = Omit<
  CallRow,
  "startedAt" | "answeredAt" | "endedAt" | "analysedAt" | "sentiment" | "price" | "missedBecause"
> & {
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  analysedAt: Date | null;
  sentimentLabel: "positive" | "neutral" | "negative" | null;
  sentimentScore: number | null;
  priceMicros: number | null;
  currency: string | null;
};

const columns = `c.id, c.direction, c.carrier, c.carrier_call_id AS "carrierCallId", c.from_address AS "from", c.to_address AS "to", c.status, c.outcome,
  c.missed_reason AS "missedReason", c.answered_by AS "answeredBy", m.name AS "memberName", c.ended_by AS "endedBy", c.customer_id AS "customerId", k.name AS "customerName",
  c.conversation_id AS "conversationId", c.number_id AS "numberId", n.label AS "numberLabel", c.language, c.talk, c.summary, c.sentiment_label AS "sentimentLabel",
  c.sentiment_score AS "sentimentScore", c.action_items AS actions, c.price_micros AS "priceMicros", c.currency, c.started_at AS "startedAt",
  c.answered_at AS "answeredAt", c.ended_at AS "endedAt", c.analysed_at AS "analysedAt", c.duration_seconds AS "durationSeconds",
  EXISTS (SELECT FROM recordings r WHERE r.tenant_id = c.tenant_id AND r.call_id = c.id AND r.state = 'stored') AS "hasRecording"`;
const source = `calls c LEFT JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
  LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.member_id LEFT JOIN numbers n ON n.tenant_id = c.tenant_id AND n.id = c.number_id`;
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
    sql.rows<Raw>(
      `SELECT ${columns} FROM ${source} WHERE ${["c.tenant_id = $1::uuid", ...conditions].join(" AND ")}
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

/** Calls of one conversation before a place in its timeline, newest first; inside a running transaction. */
export async function listConversationCalls(
  sql: Sql,
  ctx: Ctx,
  input: { conversationId: string; before: { at: Date; id: string } | null; limit: number },
): Promise<CallRow[]> {
  const rows = await sql.rows<Raw>(
    `SELECT ${columns} FROM ${source} WHERE c.tenant_id = $1::uuid AND c.conversation_id = $2::uuid
        ${input.before ? "AND (c.started_at, c.id) < ($4::timestamptz, $5::uuid)" : ""} ORDER BY c.started_at DESC, c.id DESC LIMIT $3::int`,
    [
      ctx.tenantId,
      input.conversationId,
      input.limit,
      ...(input.before ? [input.before.at, input.before.id] : []),
    ],
  );
  return rows.map(toCallRow);
}

/** One call with transcript and recordings. Throws `not_found`, for another tenant's too. */
export async function getCall(ctx: Ctx, id: string): Promise<CallView> {
  const call = isId(id) ? await withTenantSql(ctx, (sql) => readCall(sql, ctx, id)) : null;
  if (!call) throw new AppError("not_found", "There is no such call.");
  return call;
}

async function readCall(sql: Sql, ctx: Ctx, id: string): Promise<CallView | null> {
  const row = await sql.one<Raw>(
    `SELECT ${columns} FROM ${source} WHERE c.tenant_id = $1::uuid AND c.id = $2::uuid`,
    [ctx.tenantId, id],
  );
  if (!row) return null;
  const turns = await sql.rows<{ speaker: CallTurnView["speaker"]; text: string; at: Date }>(
    "SELECT speaker, text, at FROM call_turns WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY position",
    [ctx.tenantId, id],
  );
  const recordings = await sql.rows<Omit<RecordingView, "url" | "startsAtSecond">>(
    "SELECT id, kind, state, seconds, transcript FROM recordings WHERE tenant_id = $1::uuid AND call_id = $2::uuid ORDER BY created_at, id",
    [ctx.tenantId, id],
  );
  return {
    ...toCallRow(row),
    turns: turns.map((turn) => ({
      ...{ speaker: turn.speaker, text: turn.text, at: turn.at.toISOString() },
      offsetSeconds: Math.max(0, Math.round((turn.at.getTime() - row.startedAt.getTime()) / 100) / 10),
    })),
    recordings: recordings.map((one) => ({
      ...one,
      startsAtSecond: startsAtSecond(row, one),
      url: one.state === "stored" ? `/api/v1/recordings/${one.id}` : null,
    })),
  };
}

/** Carriers tell how long a recording is, not when it began; it runs to the end of the call. */
function startsAtSecond({ startedAt, endedAt }: Raw, { seconds }: { seconds: number | null }): number {
  if (endedAt === null || seconds === null) return 0;
  return Math.max(0, (endedAt.getTime() - startedAt.getTime()) / 1000 - seconds);
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

function toCallRow({ sentimentLabel, sentimentScore, priceMicros, currency, ...raw }: Raw): CallRow {
  return {
    ...raw,
    missedBecause: raw.missedReason ? explainMissed(raw.missedReason) : null,
    sentiment: sentimentLabel ? { label: sentimentLabel, score: sentimentScore ?? 0 } : null,
    price: priceMicros === null ? null : { micros: priceMicros, currency: currency ?? "USD" },
    startedAt: raw.startedAt.toISOString(),
    answeredAt: raw.answeredAt?.toISOString() ?? null,
    endedAt: raw.endedAt?.toISOString() ?? null,
    analysedAt: raw.analysedAt?.toISOString() ?? null,
  };
}
