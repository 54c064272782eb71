import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { Id } from "@/lib/kernel/ids";
import { localDay } from "@/lib/kernel/time";
import { readTenantIn, type TenantView } from "@/lib/tenants";
import type { BusinessFacts } from "../contract/facts";
import { Abilities, ConversationLimits, type ReceptionistView } from "../contract/settings";
import { defaultReceptionist } from "./default-receptionist";

type Row = Omit<ReceptionistView, "abilities" | "limits"> & { abilities: unknown; limits: unknown };
type Known = Omit<BusinessFacts, "business"> & { receptionist: Row | null };

/**
 * Everything a conversation on a number needs, in two round trips: the number's own receptionist, else the tenant's,
 * else a friendly one named after the business; and what it may know of the business.
 */
export async function loadReceptionist(
  sql: Sql,
  ctx: Ctx,
  numberId: Id | null,
): Promise<{ receptionist: ReceptionistView; facts: BusinessFacts }> {
  const tenant = await readTenantIn(sql, ctx);
  const today = localDay(ctx.clock.now(), tenant.timezone);
  const known = await sql.one<Known>(everythingKnown, [ctx.tenantId, numberId, today]);
  if (!known) throw new Error("A query without FROM gave no row.");
  const { receptionist, ...facts } = known;
  const { name, timezone, country, currency, locale } = tenant;
  return {
    receptionist: receptionist ? readRow(receptionist, tenant) : defaultReceptionist(tenant),
    facts: { business: { name, timezone, country, currency, locale }, ...facts },
  };
}

/** A row as the program uses it; settings that do not read any more fall back to their defaults. */
export function readRow(row: Row, tenant: TenantView): ReceptionistView {
  const abilities = Abilities.safeParse(row.abilities);
  const limits = ConversationLimits.safeParse(row.limits);
  return {
    ...row,
    languages: row.languages.length > 0 ? row.languages : [tenant.locale],
    abilities: abilities.success ? abilities.data : Abilities.parse({}),
    limits: limits.success ? limits.data : ConversationLimits.parse({}),
  };
}

// A business with thousands of rows would make a prompt that no model reads; the first ones by position count.
const everythingKnown = `SELECT
  (SELECT to_jsonb(r) FROM (SELECT id, number_id AS "numberId", name, persona, greeting, languages, voice, talk, facts, address, abilities,
      recording, limits FROM receptionists WHERE tenant_id = $1::uuid AND (number_id = $2::uuid OR number_id IS NULL)
      ORDER BY number_id NULLS LAST LIMIT 1) r) AS receptionist,
  (SELECT coalesce(jsonb_agg(to_jsonb(v)), '[]'::jsonb) FROM (SELECT id, name, description, minutes, price_minor AS "priceMinor",
      is_bookable AS "isBookable" FROM services WHERE tenant_id = $1::uuid AND archived_at IS NULL ORDER BY position, name LIMIT 60) v) AS services,
  (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]'::jsonb) FROM (SELECT id, name FROM staff WHERE tenant_id = $1::uuid AND archived_at IS NULL
      ORDER BY position, name LIMIT 60) p) AS staff,
  (SELECT coalesce(jsonb_agg(to_jsonb(h)), '[]'::jsonb) FROM (SELECT weekday, opens_at AS "opensAt", closes_at AS "closesAt" FROM opening_hours
      WHERE tenant_id = $1::uuid AND staff_id IS NULL ORDER BY weekday, opens_at LIMIT 50) h) AS hours,
  (SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]'::jsonb) FROM (SELECT day::text AS day, opens_at AS "opensAt", closes_at AS "closesAt", reason
      FROM day_overrides WHERE tenant_id = $1::uuid AND staff_id IS NULL AND day >= $3::date ORDER BY day, opens_at LIMIT 60) o) AS overrides,
  (SELECT coalesce(jsonb_agg(to_jsonb(k)), '[]'::jsonb) FROM (SELECT question, answer FROM known_answers WHERE tenant_id = $1::uuid
      ORDER BY position, id LIMIT 80) k) AS answers,
  (SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]'::jsonb) FROM (SELECT id, label, is_emergency AS "isEmergency", (e164 IS NOT NULL OR EXISTS (SELECT FROM members m
      WHERE m.tenant_id = t.tenant_id AND m.id = t.member_id AND m.disabled_at IS NULL)) AS "isReachable" FROM transfer_targets t
      WHERE tenant_id = $1::uuid ORDER BY position, id LIMIT 30) t) AS transfers`;
