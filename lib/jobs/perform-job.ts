import { z } from "zod";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { requireJob } from "./registry";

/** What `trunkline_enqueue` wrote: the tenant that was proven then, and what the kind's schema will read. */
const Envelope = z.object({ tenant: z.uuid(), payload: z.unknown() });

/** Does one job from the queue as its tenant, which is restored before anything else happens. */
export async function performJob(
  kind: string,
  written: unknown,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const { tenant, payload } = Envelope.parse(written);
  const ctx = {
    tenantId: unsafeTenantId(tenant),
    actor: { kind: "job", job: kind },
    clock: systemClock,
    requestId: `job-${id}`,
  } as const;
  await requireJob(kind).perform(ctx, payload, signal);
}
