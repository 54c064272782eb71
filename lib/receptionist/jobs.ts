import { z } from "zod";
import { job } from "@/lib/jobs";
import { replyToText } from "./reply-to-text";

/** Answers texts in conversations that are left to the receptionist. */
export const receptionistJobs = [
  job({
    kind: "receptionist.reply",
    payload: z.object({ conversationId: z.uuid(), messageId: z.uuid() }),
    maxAttempts: 4,
    work: (ctx, payload) => replyToText(ctx, payload),
  }),
];
