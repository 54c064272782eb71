import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readTenantIn, type TenantView } from "./read-tenant";
import { currencyOf } from "./rules";
import type { TenantChange } from "./schema";

/** Changes the business's own data; what the input leaves out stays. A new country brings its currency along. */
export function updateTenant(ctx: Ctx, change: TenantChange): Promise<TenantView> {
  return withTenantSql(ctx, async (sql) => {
    const before = await readTenantIn(sql, ctx, true);
    const { languages, quietHours, ...fields } = change;
    const settings = {
      ...before.settings,
      ...(languages ? { languages } : {}),
      ...(quietHours ? { quietHours } : {}),
    };
    const after = { ...before, ...fields, settings };
    if (after.country !== before.country) after.currency = currencyOf(after.country);
    await sql.run(
      `UPDATE tenants SET name = $2, timezone = $3, country = $4, locale = $5, currency = $6, settings = $7::jsonb
        WHERE id = $1::uuid`,
      [
        ...[ctx.tenantId, after.name, after.timezone, after.country, after.locale, after.currency],
        JSON.stringify(after.settings),
      ],
    );
    await recordAudit(sql, ctx, {
      action: "tenant.updated",
      subject: { kind: "tenant", id: ctx.tenantId },
      detail: { fields: Object.keys(change) },
    });
    return after;
  });
}
