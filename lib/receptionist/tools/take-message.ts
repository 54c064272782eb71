import { createHash } from "node:crypto";
import { z } from "zod";
import { withTenantSql } from "@/lib/db";
import { answerOnce } from "@/lib/http";
import { writeNoteIn } from "@/lib/messages";
import { mayDoMore, type Tool, tool } from "./tool";

/** Writes what the caller wants passed on into their conversation, for the team to read. */
export const takeMessage: Tool = tool({
  name: "take_message",
  description:
    "Writes the caller's message down for the team, in the caller's words. The team knows the caller's number already.",
  parameters: z.object({ message: z.string().trim().min(1).max(2000) }),
  work: async (session, { message }, key) => {
    const { ctx, conversationId, isRehearsal, channel } = session.conversing;
    if (!mayDoMore(session, "message")) return { ok: false, reason: "too_many" };
    if (!isRehearsal) {
      if (!conversationId) return { ok: false, reason: "no_place" };
      const body = `${channel === "call" ? "Message taken on the phone" : "Message taken"}: ${message}`;
      const requestHash = createHash("sha256").update(body).digest("hex");
      await withTenantSql(ctx, (sql) =>
        answerOnce(sql, ctx, { key, requestHash }, () => writeNoteIn(sql, ctx, { conversationId, body })),
      );
    }
    session.deeds.push({ kind: "message", text: message.slice(0, 200) });
    return { ok: true };
  },
});
