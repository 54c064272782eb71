import { recordPlatform } from "@/lib/audit";
import { unsafeInBusiness } from "@/lib/audit/unsafe-in-business";
import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { readTenantIn, type TenantLimits } from "@/lib/tenants";
import type { LimitsChange } from "./schema";

/** Changes what a business may use; what is left out stays. Counts at once, also for what is on its way. */
export async function changeLimits(person: Person, id: string, change: LimitsChange): Promise<TenantLimits> {
  if (!isId(id)) throw new AppError("not_found", "There is no such business.");
  return unsafePlatformSql("the super admin sets a business's limits", async (sql) => {
    const { settings } = await readTenantIn(sql, unsafeInBusiness(person, id), true);
    const after = { ...settings.limits, ...change };
    await sql.run(
      "UPDATE tenants SET settings = settings || jsonb_build_object('limits', $2::jsonb) WHERE id = $1::uuid",
      [id, JSON.stringify(after)],
    );
    await recordPlatform(sql, person, {
      ...{ action: "business.limits_changed", subject: { kind: "tenant", id }, tenantId: id },
      detail: differences(settings.limits, after),
    });
    return after;
  });
}

function differences(before: TenantLimits, after: TenantLimits): Record<string, unknown> {
  const changed = (Object.keys(after) as (keyof TenantLimits)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return {
    before: Object.fromEntries(changed.map((name) => [name, before[name]])),
    after: Object.fromEntries(changed.map((name) => [name, after[name]])),
  };
}
