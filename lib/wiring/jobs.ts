import type { Chore, Job } from "@/lib/jobs";

/** Every kind of job there is; a noun's jobs stand in its jobs.ts. */
export const jobs: readonly Job[] = [];

/** Everything that comes round again and again without a tenant. */
export const chores: readonly Chore[] = [];
