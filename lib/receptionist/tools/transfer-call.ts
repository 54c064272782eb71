import { z } from "zod";
import { sanitizeSpeech } from "@/lib/kernel/text";
import type { BusinessFacts } from "../contract/facts";
import { idOf } from "./check-availability";
import { type Tool, tool } from "./tool";

/** Hands the call to one of the people the business listed; numbers are not something that can be asked for. */
export function transferCall(facts: BusinessFacts): Tool {
  return tool({
    name: "transfer_call",
    description:
      "Hands the call over to a listed person. Say in the same turn that you are putting the caller through. Whoever is not reachable cannot be rung: offer to take a message instead.",
    parameters: z.object({
      targetId: idOf(facts.transfers),
      brief: z
        .string()
        .max(400)
        .default("")
        .describe("who is calling and why, whispered to the person who answers"),
    }),
    work: async (session, { targetId, brief }) => {
      const target = facts.transfers.find((one) => one.id === targetId);
      const label = target?.label ?? "";
      if (!target?.isReachable) return { ok: false, reason: "not_reachable", to: label };
      session.next = { do: "transfer", targetId, brief: sanitizeSpeech(brief, 300) };
      session.deeds.push({ kind: "transferred", text: label });
      return { ok: true, to: label };
    },
  });
}
