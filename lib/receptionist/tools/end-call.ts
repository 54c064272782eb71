import { z } from "zod";
import { type Tool, tool } from "./tool";

/** Ends the call after the reply was spoken. */
export const endCall: Tool = tool({
  name: "end_call",
  description: "Ends the call after your reply. Only when the caller is done; say goodbye in the same turn.",
  parameters: z.object({}),
  work: async (session) => {
    session.next ??= { do: "hang_up" };
    return { ok: true };
  },
});
