import { unsafePlatformSql } from "@/lib/db";
import type { Job } from "./job";
import { performJob } from "./perform-job";
import { installJobs, requireJob } from "./registry";

type Waiting = { id: string; kind: string; payload: unknown };

const MOST_JOBS = 1_000;

/** Registers these kinds for the running test file, and nothing else. */
export function registerJobs(...jobs: Job[]): void {
  installJobs(jobs);
}

/** Jobs of the database that wait, the next first; `runAt` in the past means now. */
export function unsafeQueuedJobs(): Promise<
  { id: string; kind: string; payload: unknown; key: string | null; runAt: Date }[]
> {
  return unsafePlatformSql("a test looks at the whole queue", (sql) =>
    sql.rows(
      `SELECT j.id::text, t.identifier AS kind, j.payload -> 'payload' AS payload, j.key, j.run_at AS "runAt"
         FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE j.is_available ORDER BY j.run_at, j.id`,
    ),
  );
}

/**
 * Does all jobs that are due, and those that they enqueue, one after the other, without a worker. A job that throws throws
 * here. Returns the kinds done, in order.
 * @param until jobs that are due up to then run as well; default now
 */
export async function runDueJobs(until = new Date()): Promise<string[]> {
  const kinds: string[] = [];
  for (let next = await unsafeTakeDue(until); next; next = await unsafeTakeDue(until)) {
    if (kinds.length >= MOST_JOBS) throw new Error(`Jobs go on and on: ${kinds.slice(-5).join(", ")}`);
    requireJob(next.kind);
    await performJob(next.kind, next.payload, next.id, new AbortController().signal);
    kinds.push(next.kind);
  }
  return kinds;
}

function unsafeTakeDue(until: Date): Promise<Waiting | null> {
  return unsafePlatformSql("a test plays the worker", (sql) =>
    sql.one<Waiting>(
      `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
        WHERE t.id = j.task_id AND j.id = (
          SELECT id FROM graphile_worker._private_jobs WHERE is_available AND run_at <= $1::timestamptz
           ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING j.id::text, t.identifier AS kind, j.payload`,
      [until.toISOString()],
    ),
  );
}
