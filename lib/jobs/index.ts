export type { Chore } from "./chore";
export { cancelJob, enqueue, type JobOrder } from "./enqueue";
export { type FailedJob, listFailedJobs, retryFailedJob } from "./failed-jobs";
export { type Job, job } from "./job";
export { type QueueState, readQueue } from "./queue-state";
export { installJobs } from "./registry";
export type { JobReport } from "./report";
export { type Runner, startRunner } from "./runner";
export type { Urgency } from "./turn";
