import { z } from "zod";
import { tool } from "./tool";

/** In writing: leaves the conversation to a colleague, who answers in the same place. */
export const handOver = tool({
  name: "hand_over",
  description:
    "Leaves this conversation to a colleague. Use it when the customer wants a person, is upset, or asks what you do not know.",
  parameters: z.object({ why: z.string().max(200).default("") }),
  work: async () => ({ ok: true }),
});
