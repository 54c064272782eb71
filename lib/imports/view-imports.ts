import { type Sql, withTenantSql } from "@/lib/db";
import type { Page } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import type { FileShape } from "./read-records";
import type { ImportRowView, ImportView, RowOutcome, RowsFilter } from "./schema";

/** An import as its work needs it. */
export type ImportJob = ImportView &
  FileShape & { mapping: string[]; hasHeader: boolean; country: string; tags: string[] };

type Raw = Omit<ImportJob, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null };

const columns = `id, file_name AS "fileName", bytes, state, rows_done AS "rowsDone", bytes_done AS "bytesDone",
  jsonb_build_object('created', created, 'updated', updated, 'unchanged', unchanged, 'duplicate', duplicate, 'failed', failed) AS counts,
  problem, created_at AS "createdAt", finished_at AS "finishedAt", encoding, delimiter, mapping, has_header AS "hasHeader", country, tags`;

const mostShown = 20;

/** The newest imports. */
export async function listImports(ctx: Ctx): Promise<ImportView[]> {
  const rows = await withTenantSql(ctx, (sql) =>
    sql.rows<Raw>(
      `SELECT ${columns} FROM customer_imports WHERE tenant_id = $1::uuid AND state <> 'draft' ORDER BY id DESC LIMIT ${mostShown}`,
      [ctx.tenantId],
    ),
  );
  return rows.map((row) => toImportView(toJob(row)));
}

/** How far an import is. Throws `not_found`. */
export async function getImport(ctx: Ctx, id: string): Promise<ImportView> {
  return toImportView(await withTenantSql(ctx, (sql) => requireImport(sql, ctx, id)));
}

/** Everything about an import inside a running transaction. Throws `not_found`. */
export async function requireImport(sql: Sql, ctx: Ctx, id: string): Promise<ImportJob> {
  const row = isId(id)
    ? await sql.one<Raw>(
        `SELECT ${columns} FROM customer_imports WHERE tenant_id = $1::uuid AND id = $2::uuid`,
        [ctx.tenantId, id],
      )
    : null;
  if (!row) throw new AppError("not_found", "There is no such import.");
  return toJob(row);
}

/** What became of the rows of an import, in their order. */
export function listImportRows(ctx: Ctx, id: string, filter: RowsFilter): Promise<Page<ImportRowView>> {
  return withTenantSql(ctx, async (sql) => {
    await requireImport(sql, ctx, id);
    const rows = await readOutcomes(sql, ctx, { ...filter, id, after: filter.cursor ?? 0 });
    const data = rows.slice(0, filter.limit);
    return { data, nextCursor: rows.length > filter.limit ? String(data.at(-1)?.row ?? 0) : null };
  });
}

/** One more outcome than `limit` after a row. */
export function readOutcomes(
  sql: Sql,
  ctx: Ctx,
  input: { id: string; outcome?: RowOutcome | undefined; after: number; limit: number },
): Promise<ImportRowView[]> {
  return sql.rows<ImportRowView>(
    `SELECT row, outcome, reason, customer_id AS "customerId" FROM customer_import_rows
      WHERE tenant_id = $1::uuid AND import_id = $2::uuid AND row > $3::int AND ($4::text IS NULL OR outcome = $4) ORDER BY row LIMIT $5::int`,
    [ctx.tenantId, input.id, input.after, input.outcome ?? null, input.limit + 1],
  );
}

function toJob(row: Raw): ImportJob {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** What screens see of an import. */
export function toImportView({
  encoding: _e,
  delimiter: _d,
  mapping: _m,
  hasHeader: _h,
  country: _c,
  tags: _t,
  ...view
}: ImportJob): ImportView {
  return view;
}
