import { unsafePlatformSql } from "@/lib/db";
import { choreTask } from "./chore-schedule";
import { registeredJobs } from "./registry";
import type { JobReport } from "./report";

const lookEveryMs = 60_000;
/** In a rolling upgrade the new processes' kinds are unknown to the old ones for a moment. */
const patience = "1 minute";

/**
 * Reports jobs that wait although they are due because no process knows their kind: the queue would keep them in silence.
 * @returns how to stop looking
 */
export function watchStrandedJobs(report: JobReport): () => void {
  const look = () => {
    unsafeCountStranded().then(
      (stranded) => {
        for (const { kind, count } of stranded) {
          report({ sentence: `${count} jobs wait that no registered kind of job can do.`, kind });
        }
      },
      (error: unknown) => report({ sentence: "The queue could not be looked through.", error }),
    );
  };
  look();
  const timer = setInterval(look, lookEveryMs);
  return () => clearInterval(timer);
}

function unsafeCountStranded(): Promise<{ kind: string; count: number }[]> {
  const { jobs, chores } = registeredJobs();
  return unsafePlatformSql("the queue is one for all tenants", (sql) =>
    sql.rows(
      `SELECT t.identifier AS kind, count(*)::int AS count
         FROM graphile_worker._private_tasks t JOIN graphile_worker._private_jobs j ON j.task_id = t.id
        WHERE NOT t.identifier = ANY ($1::text[]) AND j.is_available AND j.created_at < now() - $2::interval AND j.run_at < now()
        GROUP BY 1`,
      [[...jobs.keys(), ...chores.map(choreTask)], patience],
    ),
  );
}
