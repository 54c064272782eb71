import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { localDay } from "@/lib/kernel/time";
import { readTenantIn } from "@/lib/tenants";
import type { OpeningTimes } from "./schema";

/** Saves the week and the special days of the business from today on; those of its people and of the past stay. */
export function saveOpening(ctx: Ctx, { weekly, days }: OpeningTimes): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const { timezone } = await readTenantIn(sql, ctx);
    const today = localDay(ctx.clock.now(), timezone);
    await sql.run("DELETE FROM opening_hours WHERE tenant_id = $1::uuid AND staff_id IS NULL", [
      ctx.tenantId,
    ]);
    await sql.run(
      `INSERT INTO opening_hours (tenant_id, id, weekday, opens_at, closes_at) SELECT $1::uuid, x.id, x.weekday, x."opensAt", x."closesAt"
         FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, weekday int, "opensAt" text, "closesAt" text)`,
      [ctx.tenantId, withIds(weekly)],
    );
    await sql.run(
      "DELETE FROM day_overrides WHERE tenant_id = $1::uuid AND staff_id IS NULL AND day >= $2::date",
      [ctx.tenantId, today],
    );
    await sql.run(
      `INSERT INTO day_overrides (tenant_id, id, day, opens_at, closes_at, reason)
       SELECT $1::uuid, x.id, x.day, x."opensAt", x."closesAt", x.reason
         FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, day date, "opensAt" text, "closesAt" text, reason text) WHERE x.day >= $3::date`,
      [ctx.tenantId, withIds(days), today],
    );
    await recordAudit(sql, ctx, {
      ...{ action: "receptionist.opening_saved", subject: { kind: "receptionist", id: null } },
      detail: { spans: weekly.length, days: days.length },
    });
  });
}

function withIds(rows: readonly object[]): string {
  return JSON.stringify(rows.map((row) => ({ ...row, id: newId() })));
}
