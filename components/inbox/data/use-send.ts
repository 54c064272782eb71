"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useDesk } from "@/components/inbox/inbox-context";
import { Refused, request } from "@/components/query/request";
import { rememberKey } from "./join-outbox";
import { dropFromOutbox, type Outgoing, putInOutbox, updateOutbox } from "./outbox";
import { refreshEntries } from "./patch-entries";
import { patchRow } from "./patch-lists";

export type NewOutgoing = Omit<Outgoing, "key" | "at" | "state">;

/** What became of a message: it left, the server said no, or nobody knows because the network is gone (it stands in the thread). */
export type SendResult = { kind: "sent" } | { kind: "refused"; refusal: Refused } | { kind: "unsent" };

/** Sends a text or writes a note: seen at once, sent behind it, never twice. */
export function useSend() {
  const queries = useQueryClient();
  const { memberId, userId } = useDesk();

  const send = useCallback(
    (message: NewOutgoing): Promise<SendResult> => {
      const outgoing: Outgoing = {
        ...message,
        key: crypto.randomUUID(),
        at: new Date().toISOString(),
        state: "sending",
      };
      putInOutbox(outgoing);
      if (message.sendAt) return deliver(queries, outgoing);
      patchRow(
        queries,
        message.conversationId,
        {
          preview: message.body || "Photo",
          lastChannel: message.channel,
          lastDirection: message.channel === "note" ? "internal" : "outbound",
          lastAuthor: { kind: "member", id: userId },
          lastEntryAt: outgoing.at,
        },
        memberId,
      );
      return deliver(queries, outgoing);
    },
    [queries, memberId, userId],
  );

  const sendAgain = useCallback(
    (outgoing: Outgoing) => {
      updateOutbox(outgoing.key, { state: "sending" });
      return deliver(queries, outgoing);
    },
    [queries],
  );

  return { send, sendAgain, discard: (outgoing: Outgoing) => dropFromOutbox(outgoing.key) };
}

async function deliver(queries: QueryClient, outgoing: Outgoing): Promise<SendResult> {
  const { key, conversationId } = outgoing;
  try {
    const { id } = await post(outgoing);
    rememberKey(id, key);
    updateOutbox(key, { sentAs: id });
    await refreshEntries(queries, conversationId);
    dropFromOutbox(key);
    return { kind: "sent" };
  } catch (error) {
    if (error instanceof Refused && error.status >= 400 && error.status < 500) {
      dropFromOutbox(key);
      return { kind: "refused", refusal: error };
    }
    const problem = error instanceof Error ? error.message : undefined;
    updateOutbox(key, { state: "unsent", ...(problem ? { problem } : {}) });
    return { kind: "unsent" };
  }
}

function post(outgoing: Outgoing): Promise<{ id: string }> {
  const { key, conversationId, channel, body, from, media, sendAt, evenIfQuiet } = outgoing;
  if (channel === "note")
    return request("POST", `/api/v1/conversations/${conversationId}/notes`, { body: { body } });
  const mediaIds = media.map(({ id }) => id);
  return request("POST", "/api/v1/messages", {
    body: { conversationId, channel, body, mediaIds, sendAt, evenIfQuiet, ...(from ? { from } : {}) },
    headers: { "Idempotency-Key": key },
  });
}
