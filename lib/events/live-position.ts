import type { Sql } from "@/lib/db";
import { formatCursor, parseSnapshot } from "./snapshot";

/**
 * Where the live stream stands, for a page that is about to read its data in the same or a later transaction: a stream
 * opened with this position brings everything that the data does not show.
 */
export async function livePosition(sql: Sql): Promise<string | null> {
  const row = await sql.one<{ seen: string }>("SELECT pg_current_snapshot()::text AS seen");
  const snapshot = parseSnapshot(row?.seen ?? "");
  return snapshot && formatCursor({ snapshot, takenAt: Date.now() });
}
