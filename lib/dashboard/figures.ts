/** Which calls count as what; `c` calls. A call that is going on or not yet judged has no outcome and is only a call. */
const incoming = (outcomes: string) =>
  `count(*) FILTER (WHERE c.direction = 'inbound' AND c.outcome IN (${outcomes}))::int`;
const taken = "'answered', 'booked', 'moved', 'cancelled', 'message_taken', 'transferred'";
const mood = (label: string) =>
  `count(*) FILTER (WHERE c.sentiment_label = '${label}' AND c.outcome NOT IN ('missed', 'failed'))::int`;

export const incomingColumns = `${incoming(taken)} AS answered, ${incoming("'voicemail'")} AS voicemail,
  ${incoming("'missed', 'failed'")} AS missed`;
export const callColumns = `count(*)::int AS calls, count(*) FILTER (WHERE c.direction = 'outbound')::int AS outgoing, ${incomingColumns},
  ${mood("positive")} AS positive, ${mood("neutral")} AS neutral, ${mood("negative")} AS negative`;
/** Calls of a stretch of time: `$1` tenant, `$2` from, `$3` until. */
export const callSource =
  "calls c WHERE c.tenant_id = $1::uuid AND c.started_at >= $2::timestamptz AND c.started_at < $3::timestamptz";

export const textColumns = `count(*) FILTER (WHERE m.direction = 'inbound')::int AS "textsIn", count(*) FILTER (WHERE m.direction = 'outbound')::int AS "textsOut"`;
/**
 * Texts of a stretch of time, on any channel; one that waits to be sent or was called back is none. Read through the
 * conversations that had news since, so that years of older texts cost nothing.
 */
export const textSource = `conversations v JOIN messages m ON m.tenant_id = v.tenant_id AND m.conversation_id = v.id
  WHERE v.tenant_id = $1::uuid AND v.last_entry_at >= $2::timestamptz AND m.created_at >= $2::timestamptz AND m.created_at < $3::timestamptz
    AND m.direction IN ('inbound', 'outbound') AND m.status NOT IN ('scheduled', 'canceled')`;

export const bookingColumns = "count(*)::int AS booked";
export const bookingSource =
  "appointments a WHERE a.tenant_id = $1::uuid AND a.created_at >= $2::timestamptz AND a.created_at < $3::timestamptz";
