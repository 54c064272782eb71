import type { Sql } from "@/lib/db";

/** How the queue stands. Jobs that are planned for later do not wait. */
export type QueueState = {
  waiting: number;
  running: number;
  failed: number;
  /** When the job that waits longest could have begun; null when none waits. */
  oldest: Date | null;
  kinds: { kind: string; waiting: number; failed: number }[];
  /** Workers with a sign of life in the last minute. */
  workers: number;
};

/** Reads the whole queue; inside `unsafePlatformSql` only, since it holds all tenants' jobs. */
export async function readQueue(sql: Sql, now: Date): Promise<QueueState> {
  const kinds = await sql.rows<{
    kind: string;
    waiting: number;
    running: number;
    failed: number;
    oldest: Date | null;
  }>(
    `SELECT t.identifier AS kind, count(*) FILTER (WHERE ${waits})::int AS waiting, count(*) FILTER (WHERE j.locked_at IS NOT NULL)::int AS running,
        count(*) FILTER (WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL)::int AS failed,
        min(greatest(j.run_at, j.created_at)) FILTER (WHERE ${waits}) AS oldest
       FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id GROUP BY 1 ORDER BY 1`,
    [now],
  );
  const alive = await sql.one<{ count: number }>(
    "SELECT count(*)::int AS count FROM worker_heartbeats WHERE seen_at > $1::timestamptz - interval '1 minute'",
    [now],
  );
  const sum = (of: (one: (typeof kinds)[number]) => number) => kinds.reduce((all, one) => all + of(one), 0);
  const oldest = kinds
    .flatMap((one) => one.oldest ?? [])
    .sort((one, other) => one.getTime() - other.getTime());
  return {
    ...{ waiting: sum(({ waiting }) => waiting), running: sum(({ running }) => running) },
    ...{ failed: sum(({ failed }) => failed), oldest: oldest[0] ?? null, workers: alive?.count ?? 0 },
    kinds: kinds.flatMap(({ kind, waiting, failed }) =>
      waiting + failed > 0 ? [{ kind, waiting, failed }] : [],
    ),
  };
}

const waits = "j.attempts < j.max_attempts AND j.locked_at IS NULL AND j.run_at <= $1::timestamptz";
