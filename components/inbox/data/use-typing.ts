"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "@/components/inbox/inbox-context";
import { useLiveStream } from "@/components/live/use-live-stream";
import { request } from "@/components/query/request";

/** Told anew this often while somebody types, and forgotten after a little longer. */
const tellEveryMs = 3_000;
const forgetAfterMs = 5_500;

/** First names of the colleagues who are writing in a conversation right now. */
export function useTypists(conversationId: string): string[] {
  const { userId, members } = useDesk();
  const [seen, setSeen] = useState<Record<string, number>>({});

  useLiveStream(({ kind, subject, data }) => {
    const who = subject.userId;
    if (kind !== "conversation.typing" || subject.conversationId !== conversationId) return;
    if (!who || who === userId) return;
    setSeen((before) => ({ ...before, [who]: data.isTyping === true ? Date.now() : 0 }));
  });

  useEffect(() => {
    if (Object.values(seen).every((at) => at === 0)) return;
    const timer = setTimeout(() => setSeen({}), forgetAfterMs);
    return () => clearTimeout(timer);
  }, [seen]);

  return members.flatMap((member) => (seen[member.userId] ? (member.name.split(" ")[0] ?? []) : []));
}

/** Tells the colleagues that this person is writing; call it with every change. */
export function useTellTyping(conversationId: string) {
  const toldAt = useRef(0);
  const tell = useCallback(
    (isTyping: boolean) =>
      void request("PUT", `/api/v1/conversations/${conversationId}/typing`, { body: { isTyping } }).catch(
        () => undefined,
      ),
    [conversationId],
  );

  const stop = useCallback(() => {
    if (toldAt.current === 0) return;
    toldAt.current = 0;
    tell(false);
  }, [tell]);

  useEffect(() => stop, [stop]);

  const typed = useCallback(() => {
    if (Date.now() - toldAt.current < tellEveryMs) return;
    toldAt.current = Date.now();
    tell(true);
  }, [tell]);

  return { typed, stop };
}
