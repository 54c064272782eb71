import { z } from "zod";
import { type ImportPreview, type ImportRowView, type ImportView, rowOutcomes } from "@/lib/imports/schema";
import { id, moment } from "./fields";

export const CustomerImport = z
  .strictObject({
    id,
    fileName: z.string(),
    bytes: z.int(),
    state: z.enum(["draft", "running", "done", "cancelled", "failed"]),
    rowsDone: z.int(),
    bytesDone: z.int(),
    counts: z.record(z.enum(rowOutcomes), z.int()),
    problem: z.string().nullable().describe("Why it ended early."),
    createdAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({
    id: "CustomerImport",
    description: "A list of customers from a file.",
  }) satisfies z.ZodType<ImportView>;

export const CustomerImportPreview = z
  .strictObject({
    import: CustomerImport,
    encoding: z.string(),
    delimiter: z.string(),
    hasHeader: z.boolean(),
    rows: z.array(z.array(z.string())).describe("The first rows; long cells are cut."),
    mapping: z.array(z.string()).describe("A guess for each column."),
  })
  .meta({
    id: "CustomerImportPreview",
    description: "A file as it is understood.",
  }) satisfies z.ZodType<ImportPreview>;

export const CustomerImportRow = z
  .strictObject({
    row: z.int().describe("Counted from 1, the head not."),
    outcome: z.enum(rowOutcomes),
    reason: z.string().nullable(),
    customerId: id.nullable(),
  })
  .meta({ id: "CustomerImportRow", description: "What became of a row." }) satisfies z.ZodType<ImportRowView>;
