import { sendToQueue } from "@/lib/calls";
import { IdParams } from "@/lib/http";
import { QueueChoice } from "@/lib/queues/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "calls.manage", params: IdParams, body: QueueChoice },
  ({ ctx, params, body }) => sendToQueue(ctx, { callId: params.id, ...body }),
);
