"use client";
import { useEffect, useRef } from "react";
import { useLiveStream } from "@/components/live/use-live-stream";
import { callQuery, callsKey, tracesQuery } from "./queries";

/** News that come together are looked up together. */
const gatherMs = 250;

/** Keeps the lists of calls as they are on the server. What is said in a call changes no list. */
export function useLiveCallList(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveStream(({ kind, subject }, queries) => {
    if (!subject.callId || kind === "call.turn") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: [...callsKey, "list"] });
    }, gatherMs);
  });
}

/** Keeps one call as it is on the server: its transcript grows while it is spoken. */
export function useLiveCall(id: string): void {
  useLiveStream(({ subject }, queries) => {
    if (subject.callId !== id) return;
    void queries.invalidateQueries({ queryKey: callQuery(id).queryKey });
    void queries.invalidateQueries({ queryKey: tracesQuery(id).queryKey });
  });
}
