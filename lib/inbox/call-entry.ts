import type { CallEntry } from "./schema";

/** A call as the database gives it. */
export type RawCall = Omit<CallEntry, "type" | "at"> & { at: Date };

/** Columns of a call's card; `x` calls. */
export const callColumns = `x.id, x.direction, x.status, x.outcome, x.missed_reason AS "missedReason", x.answered_by AS "answeredBy",
  (SELECT m.name FROM members m WHERE m.tenant_id = x.tenant_id AND m.id = x.member_id) AS "memberName",
  x.summary, x.sentiment_label AS sentiment, x.action_items AS actions, x.from_address AS "from", x.to_address AS "to",
  x.duration_seconds AS "durationSeconds", x.started_at AS at,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('speaker', t.speaker, 'text', t.text) ORDER BY t.position), '[]'::jsonb)
     FROM call_turns t WHERE t.tenant_id = x.tenant_id AND t.call_id = x.id AND t.position < 2) AS turns`;

/** The call as the thread shows it. */
export function toCallEntry({ at, ...row }: RawCall): CallEntry {
  return { type: "call", ...row, at: at.toISOString() };
}
