import { EventEmitter } from "node:events";
import { Logger, runTaskList, type TaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import pg from "pg";
import { database } from "@/lib/db";
import { choreTasks, startSchedule } from "./chore-schedule";
import { startHeartbeat } from "./heartbeat";
import { performJob } from "./perform-job";
import { setLocalRunner, sharedTurns } from "./poke";
import { registeredJobs } from "./registry";
import type { JobReport } from "./report";
import { returnJobs } from "./return-jobs";
import { watchStrandedJobs } from "./stranded-jobs";
import { forgetTurns } from "./turn";

export type RunnerOptions = {
  /** Jobs done at the same time; default 10. */
  concurrency?: number;
  report: JobReport;
  /** How long `stop` waits for jobs that run; what runs then still is given back. Default 8,000. */
  patienceMs?: number;
  /** After how long without a sign of life another worker's jobs are freed; the same in all processes. Default 20,000. */
  silenceMs?: number;
};

/** A running worker. `stop` finishes what runs, gives the rest back and may be called twice. */
export type Runner = { id: string; stop(): Promise<void> };

/** Picks up jobs of all registered kinds until it is stopped. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { concurrency = 10, report, patienceMs = 8_000 } = options;
  const connections = new pg.Pool({
    connectionString: database().platformUrl,
    max: Math.min(concurrency, 4) + 1, // to take and finish jobs, and one that listens; jobs have the app's pool
    application_name: "trunkline worker",
    // The queue is empty most of the time, so its statistics say so, and PostgreSQL would read and sort all of a sudden burst for
    // every single job (12 ms each at 6,000) instead of taking the first from the index (0.2 ms).
    options: "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_sort=off",
  });
  connections.on("error", () => {}); // the queue reconnects by itself and reports what it meets
  const events: WorkerEvents = new EventEmitter();
  const pool = runTaskList(
    { concurrency, events, logger: reportingLogger(report), noHandleSignals: true, pollInterval: 2_000 },
    tasks(),
    connections,
  );
  pool.promise.catch((error: unknown) => report({ sentence: "The job runner stopped by itself.", error }));
  reportFailures(events, report);
  followIdleness(events, pool, concurrency);
  const stopHeartbeat = await startHeartbeat(pool.id, report, options.silenceMs);
  const stopSchedule = startSchedule(report);
  const stopWatching = watchStrandedJobs(report);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopSchedule();
    stopWatching();
    await stopPool(pool, connections, patienceMs);
    await stopHeartbeat();
    await connections.end();
  };
  return {
    id: pool.id,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function tasks(): TaskList {
  const { jobs, chores } = registeredJobs();
  const list: TaskList = choreTasks(chores);
  for (const kind of jobs.keys()) {
    list[kind] = (payload, { job, abortSignal }) => performJob(kind, payload, job.id, abortSignal);
  }
  return list;
}

function reportFailures(events: WorkerEvents, report: JobReport): void {
  events.on("job:error", ({ job, error }) =>
    report({
      sentence: "A job failed.",
      kind: job.task_identifier,
      jobId: job.id,
      attempt: job.attempts,
      isFinal: job.attempts >= job.max_attempts,
      error,
    }),
  );
}

/** Whoever enqueues in this process wakes its own idle workers without a round trip through the database. */
function followIdleness(events: WorkerEvents, pool: WorkerPool, concurrency: number): void {
  let busy = 0;
  events.on("job:start", () => {
    busy += 1;
  });
  events.on("job:complete", () => {
    busy -= 1;
  });
  events.on("worker:getJob:empty", () => forgetTurns(sharedTurns(), Date.now()));
  events.on("pool:gracefulShutdown", () => setLocalRunner(undefined));
  setLocalRunner({ idle: () => concurrency - busy, nudge: (count) => pool.nudge(count) });
}

async function stopPool(pool: WorkerPool, connections: pg.Pool, patienceMs: number): Promise<void> {
  setLocalRunner(undefined);
  const finished = Promise.resolve(pool.gracefulShutdown("The process stops")).then(
    () => true,
    () => true,
  );
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  if (!(await Promise.race([finished, impatient]))) {
    await returnJobs(connections, pool.id);
    await Promise.resolve(pool.forcefulShutdown("Jobs were given back")).catch(() => undefined);
  }
  clearTimeout(timer);
}

/** The queue's own warnings; failed jobs are reported by their event, with more. */
function reportingLogger(report: JobReport): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level !== "error" && level !== "warning") return;
    if (meta?.failure) return;
    report({ sentence: message, error: meta?.error });
  });
}
