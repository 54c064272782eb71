import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isTimeZone } from "@/lib/kernel/time";
import { checkFields } from "./customer-fields";
import type { ChangeCustomer, CustomerView } from "./schema";
import { requireCustomer } from "./view-customers";

/** Changes what a person typed about a customer; a name given by a person is never overwritten by a carrier's. */
export async function changeCustomer(
  ctx: Ctx,
  input: { id: string } & ChangeCustomer,
): Promise<CustomerView> {
  const { id, ...changes } = input;
  return withTenantSql(ctx, async (sql) => {
    const before = await requireCustomer(sql, ctx, id);
    await write(sql, ctx, id, changes);
    const added = changes.tags?.filter((tag) => !before.tags.includes(tag)) ?? [];
    await recordAudit(sql, ctx, {
      action: "customer.changed",
      subject: { kind: "customer", id },
      detail: { fields: Object.keys(changes) },
    });
    await emit(sql, ctx, { kind: "customer.changed", subject: { customerId: id } });
    if (added.length > 0)
      await emit(sql, ctx, { kind: "customer.tagged", subject: { customerId: id }, data: { tags: added } });
    return requireCustomer(sql, ctx, id);
  });
}

async function write(sql: Sql, ctx: Ctx, id: string, changes: ChangeCustomer): Promise<void> {
  if (changes.timezone && !isTimeZone(changes.timezone))
    throw new AppError("invalid_input", `timezone: "${changes.timezone}" is not a time zone.`);
  const fields = changes.fields ? await checkFields(sql, ctx, changes.fields) : null;
  const given: [column: string, value: unknown, cast?: string][] = [
    ["name", changes.name],
    ["name_source", changes.name ? "person" : undefined],
    ["email", changes.email],
    ["email_source", changes.email === undefined ? undefined : changes.email && "given"],
    ["timezone", changes.timezone],
    ["language", changes.language],
    ["tags", changes.tags && [...new Set(changes.tags)], "::text[]"],
  ];
  const used = given.filter(([, value]) => value !== undefined);
  await sql.run(
    `UPDATE customers SET ${used.map(([column, , cast = ""], index) => `${column} = $${index + 5}${cast}, `).join("")}
        fields = jsonb_strip_nulls(fields || $3::jsonb), updated_at = $4::timestamptz
      WHERE tenant_id = $1::uuid AND id = $2::uuid`,
    [ctx.tenantId, id, JSON.stringify(fields ?? {}), ctx.clock.now(), ...used.map(([, value]) => value)],
  );
}
