import { unsafePlatformSql } from "@/lib/db";

const daysKept = "3 days";
const rowsAtOnce = 10_000;

/** Deletes event rows that no screen comes back to. They are news, not history: history has tables of its own. */
export async function unsafePruneEvents(signal: AbortSignal): Promise<void> {
  for (let deleted = rowsAtOnce; deleted === rowsAtOnce && !signal.aborted; ) {
    deleted = await unsafePlatformSql("old events of all tenants go", (sql) =>
      sql.run(
        `DELETE FROM events WHERE ctid IN (SELECT ctid FROM events WHERE at < now() - $1::interval LIMIT $2::int)`,
        [daysKept, rowsAtOnce],
      ),
    );
  }
}
