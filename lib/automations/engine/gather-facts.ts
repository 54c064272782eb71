import type { Sql } from "@/lib/db";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { isOpenAt } from "@/lib/receptionist";
import type { Facts } from "../rule/facts";
import type { Happening } from "../rule/trigger";

type Row = Omit<Facts, "now" | "business" | "isOpen" | "isFirstTime"> & {
  business: { name: string; slug: string; timezone: string; locale: string };
  phone: string | null;
  firstContact: Date | null;
  hours: { weekday: number; opensAt: string; closesAt: string }[];
  overrides: { day: string; opensAt: string | null; closesAt: string | null; reason: string }[];
};

/**
 * Everything a rule may look at, as it is now, in one round trip. `at` is the moment that opening hours are asked for,
 * default now; a look back passes the moment it looks at.
 */
export async function gatherFacts(
  sql: Sql,
  ctx: Ctx,
  happening: Happening,
  at: Date = ctx.clock.now(),
): Promise<Facts | null> {
  const { customerId, conversationId, messageId, callId, appointmentId } = happening;
  const row = await sql.one<Row>(everything, [
    ...[ctx.tenantId, customerId, conversationId, messageId, callId, appointmentId],
    ...[new Date(at.getTime() - 86_400_000), new Date(at.getTime() + 86_400_000)],
  ]);
  if (!row) return null;
  const { business, phone, firstContact, hours, overrides, ...rest } = row;
  const began = new Date(row.message?.at ?? row.call?.at ?? happening.at);
  return {
    ...rest,
    now: ctx.clock.now(),
    business: { ...business, phone, bookingLink: `${env.publicUrl}/book/${business.slug}` },
    isOpen: isOpenAt({ business, hours, overrides }, at),
    isFirstTime: firstContact === null || firstContact >= began,
  };
}

const moment = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// A rule without a conversation of its own takes the customer's latest: what it sends belongs there.
const everything = `WITH person AS (SELECT k.* FROM customers k WHERE k.tenant_id = $1::uuid AND k.id = $2::uuid),
  thread AS (SELECT c.* FROM conversations c WHERE c.tenant_id = $1::uuid AND (c.id = $3::uuid OR ($3::uuid IS NULL AND c.customer_id = $2::uuid))
    ORDER BY c.status <> 'closed' DESC, c.opened_at DESC LIMIT 1),
  addresses AS (SELECT a.* FROM customer_addresses a WHERE a.tenant_id = $1::uuid AND a.customer_id = $2::uuid)
SELECT
  (SELECT jsonb_build_object('name', t.name, 'slug', t.slug, 'timezone', t.timezone, 'locale', t.locale) FROM tenants t WHERE t.id = $1::uuid) AS business,
  (SELECT n.e164 FROM numbers n WHERE n.tenant_id = $1::uuid AND n.status = 'active'
    ORDER BY n.id = (SELECT last_number_id FROM thread) DESC NULLS LAST, n.created_at LIMIT 1) AS phone,
  (SELECT jsonb_build_object('id', p.id, 'name', p.name, 'nameSource', p.name_source, 'tags', p.tags, 'timezone', p.timezone,
      'phone', (SELECT address FROM addresses WHERE kind = 'phone' ORDER BY created_at, id LIMIT 1),
      'whatsapp', (SELECT address FROM addresses WHERE kind = 'whatsapp' ORDER BY created_at, id LIMIT 1),
      'isOptedOut', EXISTS (SELECT FROM suppressions s JOIN addresses a ON s.tenant_id = $1::uuid AND (s.address = a.address OR 'whatsapp:' || s.address = a.address)))
     FROM person p) AS customer,
  least((SELECT min(m.created_at) FROM messages m WHERE m.tenant_id = $1::uuid AND m.customer_id = $2::uuid AND m.direction = 'inbound'),
    (SELECT min(l.started_at) FROM calls l WHERE l.tenant_id = $1::uuid AND l.customer_id = $2::uuid)) AS "firstContact",
  (SELECT jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'tags', c.tags, 'assigneeKind', c.assignee_kind,
      'channel', c.last_entry_channel, 'lastEntryAt', ${moment("c.last_entry_at")}, 'lastInboundAt', ${moment("c.last_inbound_at")}) FROM thread c) AS conversation,
  (SELECT jsonb_build_object('id', m.id, 'body', m.body, 'channel', m.channel, 'at', ${moment("m.created_at")})
     FROM messages m WHERE m.tenant_id = $1::uuid AND m.id = $4::uuid) AS message,
  (SELECT jsonb_build_object('id', l.id, 'direction', l.direction, 'outcome', l.outcome, 'sentiment', l.sentiment_label, 'at', ${moment("l.started_at")})
     FROM calls l WHERE l.tenant_id = $1::uuid AND l.id = $5::uuid) AS call,
  (SELECT jsonb_build_object('id', b.id, 'status', b.status, 'startsAt', ${moment("b.starts_at")}, 'endsAt', ${moment("b.ends_at")},
      'serviceName', v.name, 'staffName', f.name) FROM appointments b
     JOIN services v ON v.tenant_id = b.tenant_id AND v.id = b.service_id JOIN staff f ON f.tenant_id = b.tenant_id AND f.id = b.staff_id
    WHERE b.tenant_id = $1::uuid AND b.id = $6::uuid) AS appointment,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opensAt', h.opens_at, 'closesAt', h.closes_at)), '[]'::jsonb)
     FROM opening_hours h WHERE h.tenant_id = $1::uuid AND h.staff_id IS NULL) AS hours,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('day', o.day::text, 'opensAt', o.opens_at, 'closesAt', o.closes_at, 'reason', o.reason)), '[]'::jsonb)
     FROM day_overrides o WHERE o.tenant_id = $1::uuid AND o.staff_id IS NULL AND o.day BETWEEN $7::date AND $8::date) AS overrides`;
