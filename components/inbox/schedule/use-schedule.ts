"use client";
import { useQueryClient } from "@tanstack/react-query";
import { refreshEntries } from "@/components/inbox/data/patch-entries";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import type { MessageView } from "@/lib/messages/schema";

const unreachable = "The server could not be reached. Try again.";

/** Moves, rewords or takes back a message that waits for its time. */
export function useSchedule({ id, conversationId }: MessageView) {
  const queries = useQueryClient();
  const path = `/api/v1/messages/${id}/schedule`;

  async function tell(call: () => Promise<unknown>): Promise<string | undefined> {
    try {
      await call();
      return undefined;
    } catch (error) {
      return error instanceof Refused ? error.message : unreachable;
    } finally {
      await refreshEntries(queries, conversationId).catch(() => undefined);
    }
  }

  return {
    move: (sendAt: Date, body: string | undefined) =>
      tell(() => request("PUT", path, { body: { sendAt, ...(body ? { body } : {}) } })),

    async takeBack() {
      const problem = await tell(() => request("DELETE", path));
      if (problem) toast.error("Not taken back", { description: problem });
      else toast.success("Taken back. It will not be sent.");
    },
  };
}
