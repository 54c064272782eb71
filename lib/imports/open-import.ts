import { listFields } from "@/lib/customers";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { truncate } from "@/lib/kernel/text";
import { storage } from "@/lib/storage";
import { fileKey } from "./file-key";
import { cellsOf, type FileShape, readRecords, sniffShape } from "./read-records";
import { guessMapping } from "./rules";
import type { ImportPreview } from "./schema";
import { requireImport, toImportView } from "./view-imports";

const previewRows = 12;
const longestShown = 80;

type Upload = { bytes: Uint8Array; fileName: string | null };

/** Keeps a file and shows how it was understood; nothing is imported yet. Throws `invalid_input` for what is no table. */
export async function openImport(ctx: Ctx, { bytes, fileName }: Upload): Promise<ImportPreview> {
  const shape = sniffShape(bytes);
  const rows = await firstRows(bytes, shape);
  if (rows.length === 0) throw new AppError("invalid_input", "There is no row in this file.");
  const id = newId();
  await storage.put(fileKey(ctx, id), bytes);
  const { mapping, hasHeader } = guessMapping(rows, await listFields(ctx));
  const job = await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `INSERT INTO customer_imports (tenant_id, id, file_name, bytes, encoding, delimiter, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4::int, $5, $6, $7::timestamptz)`,
      [
        ...[ctx.tenantId, id, fileName ?? "customers.csv", bytes.byteLength, shape.encoding, shape.delimiter],
        ctx.clock.now(),
      ],
    );
    return requireImport(sql, ctx, id);
  });
  return { import: toImportView(job), ...shape, hasHeader, mapping, rows };
}

async function firstRows(bytes: Uint8Array, shape: FileShape): Promise<string[][]> {
  const rows: string[][] = [];
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  try {
    for await (const record of readRecords(body, shape)) {
      rows.push(cellsOf(record).map((cell) => truncate(cell, longestShown)));
      if (rows.length >= previewRows) break;
    }
  } catch (cause) {
    if (rows.length > 0) return rows;
    throw new AppError("invalid_input", "This is not a CSV file. Export your list as CSV and try again.", {
      cause,
    });
  }
  return rows;
}
