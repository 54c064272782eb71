import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { fieldKey, fieldValue } from "./rules";
import type { ChangeField, CustomerFieldView, NewField } from "./schema";

const mostFields = 40;

/** The business's own fields, in their order. */
export function listFields(ctx: Ctx): Promise<CustomerFieldView[]> {
  return withTenantSql(ctx, (sql) => readFields(sql, ctx));
}

/** {@link listFields} inside a running transaction. */
export function readFields(sql: Sql, ctx: Ctx): Promise<CustomerFieldView[]> {
  return sql.rows(
    "SELECT id, key, label, kind FROM customer_fields WHERE tenant_id = $1::uuid ORDER BY position, created_at, id",
    [ctx.tenantId],
  );
}

/** Adds a field. One with the same key is a `conflict`. */
export function createField(ctx: Ctx, input: NewField): Promise<CustomerFieldView> {
  return withTenantSql(ctx, async (sql) => {
    const known = await readFields(sql, ctx);
    if (known.length >= mostFields)
      throw new AppError("refused", `There can be ${mostFields} fields. Remove one that nobody uses.`);
    const field = { id: newId(), key: fieldKey(input.label), ...input };
    const made = await sql.run(
      `INSERT INTO customer_fields (tenant_id, id, key, label, kind, position, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::int, $7::timestamptz) ON CONFLICT (tenant_id, key) DO NOTHING`,
      [ctx.tenantId, field.id, field.key, field.label, field.kind, known.length, ctx.clock.now()],
    );
    if (made === 0) throw new AppError("conflict", `There is already a field "${input.label}".`);
    await audit(sql, ctx, "customer_field.created", field.id, { key: field.key, kind: field.kind });
    return field;
  });
}

/** Gives a field another label; its key and values stay. */
export function renameField(ctx: Ctx, input: { id: string } & ChangeField): Promise<CustomerFieldView> {
  return withTenantSql(ctx, async (sql) => {
    const field = await sql.one<CustomerFieldView>(
      "UPDATE customer_fields SET label = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid RETURNING id, key, label, kind",
      [ctx.tenantId, input.id, input.label],
    );
    if (!field) throw new AppError("not_found", "There is no such field.");
    await audit(sql, ctx, "customer_field.renamed", field.id, { label: field.label });
    return field;
  });
}

/** Takes a field away from every page. Values stay with the customers, and come back with a field of that name. */
export function removeField(ctx: Ctx, id: string): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    const gone = await sql.run("DELETE FROM customer_fields WHERE tenant_id = $1::uuid AND id = $2::uuid", [
      ctx.tenantId,
      id,
    ]);
    if (gone === 0) throw new AppError("not_found", "There is no such field.");
    await audit(sql, ctx, "customer_field.removed", id, {});
  });
}

/** Values as their fields keep them; null empties one. Throws `invalid_input` for an unknown field or a value that does not fit. */
export async function checkFields(
  sql: Sql,
  ctx: Ctx,
  given: Record<string, string>,
): Promise<Record<string, string | null>> {
  const fields = new Map((await readFields(sql, ctx)).map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(given).map(([key, raw]) => {
      const field = fields.get(key);
      if (!field) throw new AppError("invalid_input", `fields: there is no field "${key}".`);
      const value = fieldValue(field.kind, raw);
      if (value === null) throw new AppError("invalid_input", `${field.label}: ${expected[field.kind]}`);
      return [key, value || null];
    }),
  );
}

const expected = {
  text: "write up to 2,000 letters.",
  number: "write a number, such as 12 or 3.5.",
  date: "write a day as 2026-11-20.",
  yes_no: "write yes or no.",
} as const;

function audit(sql: Sql, ctx: Ctx, action: string, id: string, detail: Record<string, unknown>) {
  return recordAudit(sql, ctx, { action, subject: { kind: "customer_field", id }, detail });
}
