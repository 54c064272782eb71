import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";

/** Query fields of every paged list; extend it with the list's own filters. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One page of a list; `nextCursor` is null on the last one. */
export type Page<Row> = { data: Row[]; nextCursor: string | null };

/**
 * Cuts a page out of `limit + 1` fetched rows.
 * @param keysOf the sort keys of a row, from which the next query goes on
 */
export function toPage<Row>(rows: Row[], limit: number, keysOf: (row: Row) => readonly string[]): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data, nextCursor: hasMore ? writeCursor(keysOf(last)) : null };
}

/** Packs sort keys into an opaque text. */
export function writeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Unpacks a cursor of so many keys; `invalid_input` for one that we did not make. */
export function readCursor(cursor: string | undefined, keyCount: number): string[] | null {
  if (cursor === undefined) return null;
  const keys = z.array(z.string().max(200)).length(keyCount).safeParse(parse(cursor));
  if (!keys.success) throw new AppError("invalid_input", "cursor: this is not a cursor of this list.");
  return keys.data;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
