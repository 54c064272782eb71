"use client";
import { useEffect, useRef } from "react";
import { useLiveStream } from "@/components/live/use-live-stream";
import { boardKey } from "./queries";

/** Figures are counted anew at most this often, however busy the day. */
const gatherMs = 800;

/** Keeps the figures as they are on the server. */
export function useLiveBoard(): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveStream(({ seq, kind }, queries) => {
    if (seq === null || kind === "call.turn") return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: boardKey });
    }, gatherMs);
  });
}
