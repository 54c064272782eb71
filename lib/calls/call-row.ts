import { explainFailure, isCarrierName } from "@/lib/carriers";
import { explainUnplaced } from "./placed-rules";
import { explainMissed } from "./rules";
import type { CallRow, CallTurnView, PlacedView, RecordingView } from "./schema";

/** A call as the database gives it. */
export type RawCall = Omit<
  CallRow,
  "startedAt" | "answeredAt" | "endedAt" | "analysedAt" | "sentiment" | "price" | "missedBecause" | "placed"
> & {
  placed: RawPlaced | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  analysedAt: Date | null;
  sentimentLabel: "positive" | "neutral" | "negative" | null;
  sentimentScore: number | null;
  priceMicros: number | null;
  currency: string | null;
};

type RawPlaced = Pick<PlacedView, "purpose" | "state" | "reached"> & { failure: string | null };

export type RawTurn = Pick<CallTurnView, "speaker" | "text"> & { at: Date | string };
export type RawRecording = Omit<RecordingView, "url" | "startsAtSecond">;

/** Columns of a call; `c` calls, `k` its customer, `m` the member, `n` the number, `p` how it was placed. */
export const callColumns = `c.id, c.direction, c.carrier, c.carrier_call_id AS "carrierCallId", c.from_address AS "from", c.to_address AS "to", c.status, c.outcome,
  c.missed_reason AS "missedReason", c.answered_by AS "answeredBy", m.name AS "memberName", c.ended_by AS "endedBy", c.customer_id AS "customerId", k.name AS "customerName",
  c.conversation_id AS "conversationId", c.number_id AS "numberId", n.label AS "numberLabel", c.language, c.talk, c.summary, c.sentiment_label AS "sentimentLabel",
  c.sentiment_score AS "sentimentScore", c.action_items AS actions, c.price_micros AS "priceMicros", c.currency, c.started_at AS "startedAt",
  CASE WHEN p.call_id IS NOT NULL THEN jsonb_build_object('purpose', p.purpose, 'state', p.state, 'reached', p.reached, 'failure', p.failure) END AS placed,
  c.answered_at AS "answeredAt", c.ended_at AS "endedAt", c.analysed_at AS "analysedAt", c.duration_seconds AS "durationSeconds",
  EXISTS (SELECT FROM recordings r WHERE r.tenant_id = c.tenant_id AND r.call_id = c.id AND r.state = 'stored') AS "hasRecording"`;

/** Tables behind {@link callColumns}. */
export const callSource = `calls c LEFT JOIN customers k ON k.tenant_id = c.tenant_id AND k.id = c.customer_id
  LEFT JOIN members m ON m.tenant_id = c.tenant_id AND m.id = c.member_id LEFT JOIN numbers n ON n.tenant_id = c.tenant_id AND n.id = c.number_id
  LEFT JOIN placed_calls p ON p.tenant_id = c.tenant_id AND p.call_id = c.id`;

/** The row as screens and API see it. */
export function toCallRow({
  sentimentLabel,
  sentimentScore,
  priceMicros,
  currency,
  placed,
  ...raw
}: RawCall): CallRow {
  return {
    ...raw,
    placed: placed && toPlacedView(raw, placed),
    missedBecause: raw.missedReason ? explainMissed(raw.missedReason) : null,
    sentiment: sentimentLabel ? { label: sentimentLabel, score: sentimentScore ?? 0 } : null,
    price: priceMicros === null ? null : { micros: priceMicros, currency: currency ?? "USD" },
    startedAt: raw.startedAt.toISOString(),
    answeredAt: raw.answeredAt?.toISOString() ?? null,
    endedAt: raw.endedAt?.toISOString() ?? null,
    analysedAt: raw.analysedAt?.toISOString() ?? null,
  };
}

function toPlacedView(
  { carrier, outcome }: Pick<RawCall, "carrier" | "outcome">,
  { failure, ...placed }: RawPlaced,
): PlacedView {
  const name = isCarrierName(carrier) ? carrier : null;
  return {
    ...placed,
    hasLeftMessage: outcome === "message_left",
    problem: failure === null ? null : (explainUnplaced(failure) ?? problemOf(explainFailure(name, failure))),
  };
}

function problemOf({ title, cure }: { title: string; cure: string }) {
  return { title, cure };
}

/** Something said, with its place in the call. */
export function toTurnView(
  { startedAt }: Pick<RawCall, "startedAt">,
  { speaker, text, at }: RawTurn,
): CallTurnView {
  const moment = new Date(at);
  const offset = Math.round((moment.getTime() - startedAt.getTime()) / 100) / 10;
  return { speaker, text, at: moment.toISOString(), offsetSeconds: Math.max(0, offset) };
}

/** A recording with its address, when it can be heard. Carriers tell how long it is, not when it began: it runs to the call's end. */
export function toRecordingView(
  { startedAt, endedAt }: Pick<RawCall, "startedAt" | "endedAt">,
  recording: RawRecording,
): RecordingView {
  const length = endedAt === null ? 0 : (endedAt.getTime() - startedAt.getTime()) / 1000;
  return {
    ...recording,
    startsAtSecond: recording.seconds === null ? 0 : Math.max(0, length - recording.seconds),
    url: recording.state === "stored" ? `/api/v1/recordings/${recording.id}` : null,
  };
}
