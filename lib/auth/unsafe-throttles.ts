import { type Sql, unsafePlatformSql } from "@/lib/db";

const why = "a sign-in knows no tenant yet";

/** One attempt under one key: `delaysMs[n - 1]` is what the next one has to wait after n failures, the last entry from there on. */
export type Attempt = { key: string; delaysMs: readonly number[]; now: Date; forgottenBefore: Date };

/**
 * Counts an attempt as failed before it is made, so that parallel guesses cannot slip through together: the row's lock
 * lines them up, and all but the first find themselves blocked. Returns 0, or the milliseconds to wait when the attempt
 * may not be made. Unsafe: a sign-in belongs to no tenant.
 */
export function unsafeTakeAttempt(attempt: Attempt): Promise<number> {
  return unsafePlatformSql(why, async (sql) => {
    if (await countAttempt(sql, attempt)) return 0;
    const blocked = await sql.one<{ until: Date | null }>(
      "SELECT blocked_until AS until FROM sign_in_throttles WHERE key = $1",
      [attempt.key],
    );
    return Math.max(1, (blocked?.until?.getTime() ?? 0) - attempt.now.getTime());
  });
}

async function countAttempt(sql: Sql, { key, delaysMs, now, forgottenBefore }: Attempt): Promise<boolean> {
  const counted = await sql.run(
    `INSERT INTO sign_in_throttles AS t (key, failures, blocked_until, updated_at)
     VALUES ($1, 1, $2::timestamptz + ($4::int[])[1] * interval '1 ms', $2::timestamptz)
     ON CONFLICT (key) DO UPDATE
       SET failures = CASE WHEN t.updated_at < $3::timestamptz THEN 1 ELSE t.failures + 1 END,
           blocked_until = $2::timestamptz + interval '1 ms'
             * ($4::int[])[CASE WHEN t.updated_at < $3::timestamptz THEN 1 ELSE least(t.failures + 1, cardinality($4::int[])) END],
           updated_at = $2::timestamptz
     WHERE t.blocked_until IS NULL OR t.blocked_until <= $2::timestamptz`,
    [key, now, forgottenBefore, delaysMs],
  );
  return counted === 1;
}

/** Takes an attempt back that did not fail: all failures of the key, or only this one. */
export function unsafeTakeBack(key: string, what: "all" | "one"): Promise<number> {
  return unsafePlatformSql(why, (sql) =>
    what === "all"
      ? sql.run("DELETE FROM sign_in_throttles WHERE key = $1", [key])
      : sql.run("UPDATE sign_in_throttles SET failures = greatest(0, failures - 1) WHERE key = $1", [key]),
  );
}
