import { z } from "zod";
import { job } from "@/lib/jobs";
import { wakeConversation } from "./change-conversation";

/** Brings snoozed conversations back on time. */
export const conversationJobs = [
  job({
    kind: "conversations.wake",
    payload: z.object({ conversationId: z.uuid() }),
    work: (ctx, payload) => wakeConversation(ctx, payload),
  }),
];
