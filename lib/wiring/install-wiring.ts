import { installSubscribers } from "@/lib/events";
import { installJobs } from "@/lib/jobs";
import { chores, jobs } from "./jobs";
import { subscriptions } from "./subscriptions";

/** Tells the lower layers about the higher ones. Called once at the boot of every process: web, worker and Next's own copy. */
export function installWiring(): void {
  installJobs(jobs, chores);
  installSubscribers(subscriptions);
}
