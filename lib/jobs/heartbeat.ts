import { unsafePlatformSql } from "@/lib/db";
import { pokeWorkers } from "./poke";
import type { JobReport } from "./report";

/** A worker that was silent this long counts as dead: it was killed, or is cut off from the database. */
const longestSilenceMs = 20_000;

/**
 * Shows that this worker lives and frees the jobs of those that do not: graphile-worker itself would wait four hours.
 * Every worker looks every 5 s, and at its start, so the jobs of one that was killed run again within half a minute.
 * @returns how to stop it
 */
export async function startHeartbeat(
  workerId: string,
  report: JobReport,
  silenceMs = longestSilenceMs,
): Promise<() => Promise<void>> {
  let running = beat(workerId, report, silenceMs);
  await running;
  const timer = setInterval(() => {
    running = running.then(() => beat(workerId, report, silenceMs));
  }, silenceMs / 4);
  return async () => {
    clearInterval(timer);
    await running;
    await unsafeLeave(workerId).catch(() => undefined);
  };
}

async function beat(workerId: string, report: JobReport, silenceMs: number): Promise<void> {
  try {
    await unsafeShowAlive(workerId);
    const freed = await unsafeFreeOrphans(silenceMs);
    if (freed === 0) return;
    report({ sentence: `${freed} jobs of a worker that died were freed.` });
    pokeWorkers();
  } catch (error) {
    report({ sentence: "The worker could not show that it lives.", error });
  }
}

function unsafeShowAlive(workerId: string): Promise<number> {
  return unsafePlatformSql("workers belong to no tenant", (sql) =>
    sql.run(
      `INSERT INTO worker_heartbeats (worker_id) VALUES ($1::text)
       ON CONFLICT (worker_id) DO UPDATE SET seen_at = now()`,
      [workerId],
    ),
  );
}

/** A worker has this long after its first job to show itself, too. The attempt counts: a job that kills its worker must end. */
function unsafeFreeOrphans(silenceMs: number): Promise<number> {
  return unsafePlatformSql("a dead worker's jobs are those of any tenant", async (sql) => {
    const silence = `${silenceMs} milliseconds`;
    await sql.run("DELETE FROM worker_heartbeats WHERE seen_at < now() - $1::interval", [silence]);
    return sql.run(
      `UPDATE graphile_worker._private_jobs j
          SET locked_at = NULL, locked_by = NULL, updated_at = now(), last_error = 'The worker that did this job died.'
        WHERE j.locked_at < now() - $1::interval
          AND NOT EXISTS (SELECT FROM worker_heartbeats w WHERE w.worker_id = j.locked_by)`,
      [silence],
    );
  });
}

function unsafeLeave(workerId: string): Promise<number> {
  return unsafePlatformSql("workers belong to no tenant", (sql) =>
    sql.run("DELETE FROM worker_heartbeats WHERE worker_id = $1::text", [workerId]),
  );
}
