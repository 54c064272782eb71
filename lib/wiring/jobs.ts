import { automationChores, automationJobs } from "@/lib/automations/jobs";
import { callChores, callJobs } from "@/lib/calls/jobs";
import { connectionChores } from "@/lib/connections/jobs";
import { conversationJobs } from "@/lib/conversations/jobs";
import { doctorChores, doctorJobs } from "@/lib/doctor/jobs";
import { unsafePruneEvents } from "@/lib/events";
import { importJobs } from "@/lib/imports/jobs";
import type { Chore, Job } from "@/lib/jobs";
import { messageJobs } from "@/lib/messages/jobs";
import { receptionistJobs } from "@/lib/receptionist/jobs";
import { usageChores } from "@/lib/usage/jobs";

/** Every kind of job there is; a noun's jobs stand in its jobs.ts. */
export const jobs: readonly Job[] = [
  ...automationJobs,
  ...callJobs,
  ...conversationJobs,
  ...doctorJobs,
  ...importJobs,
  ...messageJobs,
  ...receptionistJobs,
];

/** Everything that comes round again and again without a tenant. */
export const chores: readonly Chore[] = [
  ...automationChores,
  ...callChores,
  ...connectionChores,
  ...doctorChores,
  ...usageChores,
  { kind: "events.prune", everyMs: 3_600_000, work: unsafePruneEvents },
];
