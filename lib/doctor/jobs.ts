import { z } from "zod";
import { unsafePlatformSql } from "@/lib/db";
import { type Chore, enqueue, type Job, job } from "@/lib/jobs";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { examine } from "./examine";

/** Jobs of the doctor. */
export const doctorJobs: readonly Job[] = [
  job({
    kind: "doctor.examine",
    payload: z.object({}),
    maxAttempts: 1,
    work: async (ctx) => void (await examine(ctx)),
  }),
];

/** The doctor's rounds: every tenant with a number, every half an hour. */
export const doctorChores: readonly Chore[] = [
  { kind: "doctor.rounds", everyMs: 1_800_000, work: unsafeMakeRounds },
];

async function unsafeMakeRounds(): Promise<void> {
  await unsafePlatformSql("the doctor visits everybody", async (sql) => {
    const tenants = await sql.rows<{ id: string }>(
      "SELECT DISTINCT t.id FROM tenants t JOIN numbers n ON n.tenant_id = t.id WHERE t.status = 'active' AND n.status = 'active'",
    );
    for (const { id } of tenants)
      await enqueue(sql, {
        tenantId: unsafeTenantId(id),
        kind: "doctor.examine",
        payload: {},
        key: "rounds",
        urgency: "bulk",
      });
  });
}
