import { unsafePlatformSql } from "@/lib/db";

/** The health check of the database: it answers, or why not. */
export function unsafeAskDatabase(): Promise<void> {
  return unsafePlatformSql("asks only whether the database answers", async (sql) => {
    await sql.one("SELECT 1");
  });
}
