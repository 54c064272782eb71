import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { formatPhone } from "@/lib/kernel/phone-format";
import { truncate } from "@/lib/kernel/text";
import { Happening, type Trigger, type TriggerKind } from "../rule/trigger";

/** Something that happened before, as a rule would have met it. */
export type Past = { at: Date; title: string; happening: Happening };

type Row = {
  at: Date;
  name: string | null;
  detail: string | null;
  customerId: string | null;
  conversationId: string | null;
  messageId: string | null;
  callId: string | null;
  appointmentId: string | null;
};

const mostLookedAt = 25;

/** The latest things that a trigger would have heard of, newest first. */
export async function listPast(sql: Sql, ctx: Ctx, trigger: Trigger): Promise<Past[]> {
  const { from, values = [] } = sourceOf(trigger);
  const rows = await sql.rows<Row>(
    `SELECT x.*, (SELECT k.name FROM customers k WHERE k.tenant_id = $1::uuid AND k.id = x."customerId") AS name FROM (${from}) x
      ORDER BY x.at DESC LIMIT ${mostLookedAt}`,
    [ctx.tenantId, ...values],
  );
  return rows.map((row, index) => toPast(trigger.on, row, index));
}

function toPast(on: TriggerKind, { at, name, detail, ...ids }: Row, index: number): Past {
  const who = name ?? (detail ? formatPhone(detail) : "Somebody");
  const said = name && detail ? `${who}: ${truncate(detail, 120)}` : who;
  const happening = Happening.parse({ on, key: `past:${index}`, at: at.toISOString(), ...ids });
  return { at, title: said, happening };
}

type Source = { from: string; values?: readonly unknown[] };

const ids = {
  none: `NULL::uuid AS "messageId", NULL::uuid AS "callId", NULL::uuid AS "appointmentId"`,
  thread: `c.id AS "conversationId", c.customer_id AS "customerId"`,
};

function sourceOf(trigger: Trigger): Source {
  switch (trigger.on) {
    case "inbound_sms":
    case "inbound_whatsapp":
      return { from: texts, values: [trigger.on === "inbound_sms" ? "sms" : "whatsapp"] };
    case "missed_call":
      return { from: calls("c.outcome = 'missed' AND c.direction = 'inbound'") };
    case "voicemail":
      return { from: calls("c.outcome = 'voicemail'") };
    case "call_completed":
      return { from: calls("c.outcome NOT IN ('missed', 'voicemail', 'failed')") };
    case "conversation_opened":
      return { from: threads("c.opened_at", "true", "c.number DESC") };
    case "conversation_closed":
      return {
        from: threads(
          "coalesce(c.closed_at, c.last_entry_at)",
          "c.status = 'closed'",
          "c.last_entry_at DESC",
        ),
      };
    case "conversation_idle":
      return quiet(trigger);
    case "customer_created":
      return { from: customers("true") };
    case "customer_tagged":
      return {
        from: customers("($2::text IS NULL AND k.tags <> '{}' OR $2::text = ANY(k.tags))"),
        values: [trigger.tag],
      };
    case "appointment_booked":
      return { from: appointments("b.created_at", "true") };
    case "appointment_moved":
      return { from: appointments("b.updated_at", "b.moved_from IS NOT NULL AND b.status = 'booked'") };
    case "appointment_cancelled":
      return { from: appointments("b.updated_at", "b.status = 'cancelled'") };
    case "appointment_completed":
      return { from: appointments("b.updated_at", "b.status = 'completed'") };
    case "appointment_due":
      return due(trigger);
  }
}

const texts = `SELECT m.created_at AS at, m.body AS detail, m.customer_id AS "customerId", m.conversation_id AS "conversationId", m.id AS "messageId",
    NULL::uuid AS "callId", NULL::uuid AS "appointmentId"
  FROM (SELECT id FROM conversations WHERE tenant_id = $1::uuid AND status IN ('open', 'pending') ORDER BY last_entry_at DESC LIMIT 100) c
  JOIN LATERAL (SELECT * FROM messages WHERE tenant_id = $1::uuid AND conversation_id = c.id AND direction = 'inbound' AND channel = $2
    ORDER BY created_at DESC LIMIT 5) m ON true`;

const calls = (
  which: string,
) => `SELECT * FROM (SELECT c.started_at AS at, c.from_address AS detail, c.customer_id AS "customerId",
    c.conversation_id AS "conversationId", NULL::uuid AS "messageId", c.id AS "callId", NULL::uuid AS "appointmentId"
  FROM calls c WHERE c.tenant_id = $1::uuid AND c.analysed_at IS NOT NULL AND ${which} ORDER BY c.started_at DESC LIMIT ${mostLookedAt}) latest`;

const threads = (
  at: string,
  which: string,
  order: string,
) => `SELECT * FROM (SELECT ${at} AS at, c.last_entry_preview AS detail,
    ${ids.thread}, ${ids.none} FROM conversations c WHERE c.tenant_id = $1::uuid AND ${which} ORDER BY ${order} LIMIT ${mostLookedAt}) latest`;

const customers = (
  which: string,
) => `SELECT * FROM (SELECT k.created_at AS at, NULL::text AS detail, k.id AS "customerId",
    NULL::uuid AS "conversationId", ${ids.none} FROM customers k WHERE k.tenant_id = $1::uuid AND ${which} ORDER BY k.created_at DESC LIMIT ${mostLookedAt}) latest`;

const appointments = (
  at: string,
  which: string,
) => `SELECT ${at} AS at, v.name AS detail, b.customer_id AS "customerId",
    NULL::uuid AS "conversationId", NULL::uuid AS "messageId", NULL::uuid AS "callId", b.id AS "appointmentId"
  FROM appointments b JOIN services v ON v.tenant_id = b.tenant_id AND v.id = b.service_id
  WHERE b.tenant_id = $1::uuid AND b.starts_at > now() - interval '90 days' AND ${which}`;

function quiet({ minutes, waitingFor }: Extract<Trigger, { on: "conversation_idle" }>): Source {
  const silence = "make_interval(mins => $2::int)";
  const which = `c.status IN ('open', 'pending') AND c.last_entry_direction = $3 AND c.last_entry_at < now() - ${silence}`;
  return {
    from: threads(`c.last_entry_at + ${silence}`, which, "c.last_entry_at DESC"),
    values: [minutes, waitingFor === "us" ? "inbound" : "outbound"],
  };
}

function due({ minutes, when }: Extract<Trigger, { on: "appointment_due" }>): Source {
  const at =
    when === "before_start"
      ? "b.starts_at - make_interval(mins => $2::int)"
      : "b.ends_at + make_interval(mins => $2::int)";
  const which =
    when === "before_start"
      ? "b.status IN ('booked', 'completed', 'no_show')"
      : "b.status IN ('booked', 'completed')";
  return { from: appointments(at, `${which} AND ${at} < now()`), values: [minutes] };
}
