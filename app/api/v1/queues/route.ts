import { createQueue, listQueues } from "@/lib/queues";
import { NewQueue } from "@/lib/queues/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read" }, async ({ ctx }) => ({
  data: await listQueues(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "flows.manage", body: NewQueue, status: 201 }, ({ ctx, body }) =>
  createQueue(ctx, body),
);
