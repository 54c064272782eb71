import { chatModel } from "@/lib/ai";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { localDay } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import type { ReceptionistView } from "../contract/settings";
import { loadReceptionist } from "./load-receptionist";
import type { ReceptionistDesk, ReceptionistSettings } from "./schema";
import { readTalkChoices } from "./talk-choices";

type Rows = Omit<ReceptionistDesk, "settings" | "isOwn" | "business" | "hasModel" | "talkChoices">;

/** Everything the settings page shows, for one number or for all. Throws `not_found` for a number that is not ours. */
export function readDesk(
  ctx: Ctx,
  { numberId = null }: { numberId?: string | null | undefined },
): Promise<ReceptionistDesk> {
  return withTenantSql(ctx, async (sql) => {
    const { name, currency, timezone, country } = await readTenantIn(sql, ctx);
    const rows = await readRows(sql, ctx, localDay(ctx.clock.now(), timezone));
    if (numberId !== null && !rows.numbers.some((one) => one.id === numberId))
      throw new AppError("not_found", "There is no such number.");
    const { receptionist } = await loadReceptionist(sql, ctx, numberId);
    return {
      ...rows,
      settings: settingsOf(receptionist),
      isOwn: numberId === null || receptionist.numberId === numberId,
      business: { name, currency, timezone, country },
      hasModel: (await chatModel()) !== null,
      talkChoices: await readTalkChoices(sql, ctx, numberId),
    };
  });
}

function settingsOf({ id: _, numberId: __, ...settings }: ReceptionistView): ReceptionistSettings {
  return settings;
}

/** Finds out that a number is the tenant's, before settings are tied to it. */
export async function requireNumber(sql: Sql, ctx: Ctx, numberId: string | null): Promise<void> {
  if (numberId === null) return;
  const found = isId(numberId)
    ? await sql.one("SELECT id FROM numbers WHERE tenant_id = $1::uuid AND id = $2::uuid", [
        ctx.tenantId,
        numberId,
      ])
    : null;
  if (!found) throw new AppError("not_found", "There is no such number.");
}

async function readRows(sql: Sql, ctx: Ctx, today: string): Promise<Rows> {
  const row = await sql.one<Rows>(everything, [ctx.tenantId, today]);
  if (!row) throw new Error("A query without FROM gave no row.");
  return row;
}

const listOf = (query: string) => `(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]'::jsonb) FROM (${query}) x)`;

const everything = `SELECT
  ${listOf(`SELECT n.id, n.e164, n.label, EXISTS (SELECT FROM receptionists r WHERE r.tenant_id = n.tenant_id AND r.number_id = n.id) AS "hasOwn"
    FROM numbers n WHERE n.tenant_id = $1::uuid AND n.status = 'active' ORDER BY n.created_at, n.id`)} AS numbers,
  ${listOf("SELECT id, question, answer FROM known_answers WHERE tenant_id = $1::uuid ORDER BY position, id")} AS answers,
  ${listOf(`SELECT id, label, member_id AS "memberId", e164, is_emergency AS "isEmergency" FROM transfer_targets
    WHERE tenant_id = $1::uuid ORDER BY position, id`)} AS targets,
  ${listOf("SELECT id, name FROM members WHERE tenant_id = $1::uuid AND disabled_at IS NULL ORDER BY lower(name), id")} AS members,
  jsonb_build_object('services', ${listOf(`SELECT id, name, description, minutes, buffer_minutes AS "bufferMinutes", price_minor AS "priceMinor",
    is_bookable AS "isBookable" FROM services WHERE tenant_id = $1::uuid AND archived_at IS NULL ORDER BY position, name`)},
    'staff', ${listOf("SELECT id, name FROM staff WHERE tenant_id = $1::uuid AND archived_at IS NULL ORDER BY position, name")}) AS offers,
  jsonb_build_object('weekly', ${listOf(`SELECT weekday, opens_at AS "opensAt", closes_at AS "closesAt" FROM opening_hours
    WHERE tenant_id = $1::uuid AND staff_id IS NULL ORDER BY weekday, opens_at`)},
    'days', ${listOf(`SELECT day::text AS day, opens_at AS "opensAt", closes_at AS "closesAt", reason FROM day_overrides
    WHERE tenant_id = $1::uuid AND staff_id IS NULL AND day >= $2::date ORDER BY day LIMIT 100`)}) AS opening`;
