import { AppError } from "@/lib/kernel/errors";
import type { Chore } from "./chore";
import type { Job } from "./job";

type Registry = { jobs: Map<string, Job>; chores: readonly Chore[] };

// Node and Next's bundle each load this file once; both must see the same jobs.
const home: typeof globalThis & { trunklineJobs?: Registry } = globalThis;

/** Makes these the kinds of jobs that this process knows. Called once at boot, before anything is enqueued. */
export function installJobs(jobs: readonly Job[], chores: readonly Chore[] = []): void {
  const byKind = new Map(jobs.map((job) => [job.kind, job]));
  if (byKind.size < jobs.length) throw new Error("Two jobs have the same kind.");
  home.trunklineJobs = { jobs: byKind, chores };
}

/** What was installed. */
export function registeredJobs(): Registry {
  if (!home.trunklineJobs)
    throw new AppError("internal", "No jobs are installed; call installWiring() at boot.");
  return home.trunklineJobs;
}

/** The job of a kind. Throws when there is none: a job that nobody can do must not enter the queue. */
export function requireJob(kind: string): Job {
  const found = registeredJobs().jobs.get(kind);
  if (!found) throw new AppError("internal", `No job of kind "${kind}" is registered in lib/wiring/jobs.ts.`);
  return found;
}
