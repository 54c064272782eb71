import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { createQueue } from "@/lib/queues";
import { NewQueue } from "@/lib/queues/schema";

/** A queue of everybody who can be rung, ready to be led to by a flow. */
export async function seedQueue(ctx: Ctx, businessName: string): Promise<void> {
  const people = await withTenant(ctx, (tx) =>
    tx.transferTarget.findMany({
      where: { tenantId: ctx.tenantId, isEmergency: false },
      orderBy: { position: "asc" },
    }),
  );
  await createQueue(
    ctx,
    NewQueue.parse({
      name: "Front desk",
      settings: {
        targetIds: people.map(({ id }) => id),
        welcome: `Thank you for calling ${businessName}. Everybody is helping somebody else just now.`,
        messages: ["Did you know that you can also book online, at any hour?"],
      },
    }),
  );
}
