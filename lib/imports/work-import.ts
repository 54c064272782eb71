import { listFields } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { storage } from "@/lib/storage";
import { fileKey } from "./file-key";
import { keepRows } from "./keep-rows";
import { cellsOf, readRecords } from "./read-records";
import { type ReadRow, type RowRules, readRow } from "./rules";
import { type ImportJob, requireImport } from "./view-imports";

const rowsPerStep = 500;

/**
 * Imports the rest of a file, some hundred rows per transaction; rows, outcomes and the place reached are one. Killed and run
 * again it goes on after the last step; run twice at once, only one of them takes a step.
 */
export async function workImport(ctx: Ctx, id: string, signal: AbortSignal): Promise<void> {
  const job = await withTenantSql(ctx, (sql) => requireImport(sql, ctx, id));
  if (job.state !== "running") return;
  const file = await storage.get(fileKey(ctx, id));
  if (!file) return finish(ctx, id, "failed", "The file is gone. Upload it again.");
  const rules = await rulesOf(ctx, job);
  const parser = readRecords(file.body, job);
  const skipped = job.rowsDone + (job.hasHeader ? 1 : 0);
  let [seen, done] = [0, job.rowsDone];
  let step: ReadRow[] = [];
  const take = async () => {
    signal.throwIfAborted();
    const wentOn = await keepRows(ctx, { id, from: done, bytes: parser.info.bytes, rows: step });
    done += step.length;
    step = [];
    return wentOn;
  };
  try {
    for await (const record of parser) {
      seen += 1;
      if (seen <= skipped) continue;
      step.push(readRow(done + step.length + 1, cellsOf(record), rules));
      if (step.length >= rowsPerStep && !(await take())) return;
    }
  } catch (error) {
    const cause = whyUnreadable(error, done + step.length + 1);
    if (!cause) throw error;
    if (await take()) await finish(ctx, id, "failed", cause);
    return;
  } finally {
    parser.destroy();
  }
  if (await take()) await finish(ctx, id, "done", null);
}

async function rulesOf(ctx: Ctx, job: ImportJob): Promise<RowRules> {
  const fields = await listFields(ctx);
  return {
    ...{ mapping: job.mapping, country: job.country, tags: job.tags },
    kinds: new Map(fields.map(({ key, kind }) => [key, kind])),
  };
}

/** What the parser says about a file that cannot be read further, in words; null for any other error. */
function whyUnreadable(error: unknown, row: number): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "CSV_MAX_RECORD_SIZE" || code === "CSV_QUOTE_NOT_CLOSED")
    return `From row ${row} on nothing could be read: a quotation mark is opened there and never closed. The rows before it are imported; mend the file and import it again.`;
  return code.startsWith("CSV_") ? `Row ${row} is not CSV (${code}). The rows before it are imported.` : null;
}

function finish(ctx: Ctx, id: string, state: "done" | "failed", problem: string | null): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE customer_imports SET state = $3, problem = $4, finished_at = $5::timestamptz, bytes_done = CASE WHEN $3 = 'done' THEN bytes ELSE bytes_done END
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND state = 'running'`,
      [ctx.tenantId, id, state, problem, ctx.clock.now()],
    );
    await emit(sql, ctx, { kind: "customers.import_ended", subject: {}, data: { importId: id, state } });
  });
}
