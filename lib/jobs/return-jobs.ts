import type pg from "pg";

/** Gives back what a worker of this process still holds; the attempt does not count. */
export async function returnJobs(connections: pg.Pool, workerId: string): Promise<void> {
  await connections.query(
    `UPDATE graphile_worker._private_jobs
        SET locked_at = NULL, locked_by = NULL, attempts = greatest(0, attempts - 1), updated_at = now()
      WHERE locked_by = $1`,
    [workerId],
  );
}
