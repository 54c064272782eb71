import { recordPlatform } from "@/lib/audit";
import { unsafePlatformSql } from "@/lib/db";
import { retryFailedJob } from "@/lib/jobs";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";

/** Gives a failed job of any tenant all its attempts again. `not_found` when there is no such failed job. */
export function retryJob(person: Person, id: string): Promise<void> {
  return unsafePlatformSql("the queue holds all tenants' jobs", async (sql) => {
    if (!(await retryFailedJob(sql, id)))
      throw new AppError("not_found", "There is no such failed job any more.");
    await recordPlatform(sql, person, { action: "job.retried", subject: { kind: "job", id } });
  });
}
