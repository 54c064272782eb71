"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Refused, request } from "@/components/query/request";
import { toast } from "@/components/ui/overlay/toast";
import type { MessageView } from "@/lib/messages/schema";
import { patchEntry, refreshEntries } from "./patch-entries";

/** Sends a failed message again as a new one; the old one says so at once. */
export function useRetry() {
  const queries = useQueryClient();
  return async (message: MessageView) => {
    const mark = (repeatedAs: string | null) =>
      patchEntry(queries, message.conversationId, message.id, (entry) =>
        entry.type === "message" ? { ...entry, repeatedAs } : entry,
      );
    mark("pending");
    try {
      await request("POST", `/api/v1/messages/${message.id}/retries`);
      await refreshEntries(queries, message.conversationId);
    } catch (error) {
      mark(null);
      toast.error("Not sent again", { description: error instanceof Refused ? error.message : undefined });
    }
  };
}
