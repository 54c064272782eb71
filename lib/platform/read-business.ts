import { unsafeInBusiness } from "@/lib/audit/unsafe-in-business";
import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { readTenant, type TenantView } from "@/lib/tenants";
import { readUsage } from "@/lib/usage";
import type { UsageView } from "@/lib/usage/schema";

/** A business as the super admin looks into it: what it is, who owns it, what it used. No message, no customer. */
export type BusinessView = {
  tenant: TenantView;
  owners: { name: string; email: string }[];
  usage: UsageView;
};

/** One business; `not_found` when there is none of that id. */
export async function readBusiness(person: Person, id: string): Promise<BusinessView> {
  if (!isId(id)) throw new AppError("not_found", "There is no such business.");
  const ctx = unsafeInBusiness(person, id);
  const tenant = await readTenant(ctx);
  const owners = await unsafePlatformSql("the super admin sees who owns a business", (sql) =>
    sql.rows<{ name: string; email: string }>(
      `SELECT name, email FROM members WHERE tenant_id = $1::uuid AND role = 'owner' AND disabled_at IS NULL ORDER BY created_at, id`,
      [id],
    ),
  );
  return { tenant, owners, usage: await readUsage(ctx, { days: 30 }) };
}
