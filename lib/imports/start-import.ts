import { recordAudit } from "@/lib/audit";
import { withTenantSql } from "@/lib/db";
import { enqueue } from "@/lib/jobs";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { columnTargets, type ImportView, type StartImport } from "./schema";
import { requireImport, toImportView } from "./view-imports";

/** Begins to import a file that was looked at. The worker does it, row by row, and goes on where it was when interrupted. */
export function startImport(ctx: Ctx, input: { id: string } & StartImport): Promise<ImportView> {
  const unknown = input.mapping.find((target) => !target.startsWith("field:") && !isTarget(target));
  if (unknown) throw new AppError("invalid_input", `mapping: "${unknown}" is nothing a column can be.`);
  if (!input.mapping.some((target) => target === "phone" || target === "whatsapp"))
    throw new AppError("invalid_input", "mapping: say which column holds the phone number.");
  return withTenantSql(ctx, async (sql) => {
    await requireImport(sql, ctx, input.id);
    const begun = await sql.run(
      `UPDATE customer_imports SET state = 'running', mapping = $3::jsonb, has_header = $4::boolean, country = $5, tags = $6::text[], started_at = $7::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND state = 'draft'`,
      [
        ...[
          ctx.tenantId,
          input.id,
          JSON.stringify(input.mapping),
          input.hasHeader,
          input.country.toUpperCase(),
        ],
        ...[input.tags, ctx.clock.now()],
      ],
    );
    if (begun === 0) throw new AppError("conflict", "This import was started already.");
    await enqueue(sql, {
      ...{ tenantId: ctx.tenantId, kind: "imports.work", payload: { importId: input.id }, key: input.id },
    });
    await recordAudit(sql, ctx, {
      action: "customers.import_started",
      subject: { kind: "customer_import", id: input.id },
    });
    return toImportView(await requireImport(sql, ctx, input.id));
  });
}

/** Stops an import after the rows it is at; what was imported stays. */
export function cancelImport(ctx: Ctx, id: string): Promise<ImportView> {
  return withTenantSql(ctx, async (sql) => {
    await requireImport(sql, ctx, id);
    const ended = await sql.run(
      `UPDATE customer_imports SET state = 'cancelled', finished_at = $3::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND state IN ('draft', 'running')`,
      [ctx.tenantId, id, ctx.clock.now()],
    );
    if (ended > 0)
      await recordAudit(sql, ctx, {
        action: "customers.import_cancelled",
        subject: { kind: "customer_import", id },
      });
    return toImportView(await requireImport(sql, ctx, id));
  });
}

function isTarget(target: string): boolean {
  return columnTargets.some((known) => known === target);
}
