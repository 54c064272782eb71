import { z } from "zod";

/** What a column may be; `field:` and a key for a field of the business's own. */
export const columnTargets = [
  ...["ignore", "name", "first_name", "last_name", "phone", "whatsapp", "email", "tags", "city", "region"],
  ...["country", "language", "timezone", "consent"],
] as const;

const Target = z.string().regex(/^([a-z_]+|field:[\p{L}\p{N}_]{1,40})$/u);

export const StartImport = z
  .object({
    /** What each column is, in their order. */
    mapping: z.array(Target).min(1).max(200),
    hasHeader: z.boolean().default(true),
    /** Whose numbers are meant where a number has no country code. */
    country: z.string().length(2),
    /** Put on everybody in the file. */
    tags: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  })
  .strict();
export type StartImport = z.output<typeof StartImport>;

/** What becomes of rows. */
export const rowOutcomes = ["created", "updated", "unchanged", "duplicate", "failed"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export type ImportView = {
  id: string;
  fileName: string;
  bytes: number;
  state: "draft" | "running" | "done" | "cancelled" | "failed";
  rowsDone: number;
  bytesDone: number;
  counts: Record<RowOutcome, number>;
  /** Why it ended early. */
  problem: string | null;
  createdAt: string;
  finishedAt: string | null;
};

/** A file as it was understood, before anything is imported. */
export type ImportPreview = {
  import: ImportView;
  encoding: string;
  delimiter: string;
  hasHeader: boolean;
  /** The first rows, the head among them; long cells are cut. */
  rows: string[][];
  /** A guess for each column. */
  mapping: string[];
};

export type ImportRowView = {
  row: number;
  outcome: RowOutcome;
  reason: string | null;
  customerId: string | null;
};

export const RowsFilter = z.object({
  outcome: z.enum(rowOutcomes).optional(),
  cursor: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RowsFilter = z.output<typeof RowsFilter>;
