"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ThreadEntry } from "@/components/inbox/data/join-outbox";

/** Further up than this, news no longer pull the thread down. */
const nearPx = 60;

const useEarlyEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Where the thread is scrolled to. In a reversed column 0 is the bottom and everything above it is negative, so older
 * entries can be put on top without moving what is read; only new ones below need a correction.
 */
export function useThreadScroll(entries: readonly ThreadEntry[], at: string | undefined) {
  const scroller = useRef<HTMLElement>(null);
  const [isAway, setIsAway] = useState(false);
  const [seenLast, setSeenLast] = useState<string>();
  const height = useRef(0);
  const lastKey = useRef<string>(undefined);
  const newest = entries.at(-1);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setIsAway(element.scrollTop < -nearPx * 4);
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);

  useEarlyEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - height.current;
    const hasNews = lastKey.current !== undefined && newest?.key !== lastKey.current;
    if (hasNews && newest?.outgoing) element.scrollTop = 0;
    else if (hasNews && element.scrollTop < -nearPx) element.scrollTop -= grown;
    height.current = element.scrollHeight;
    lastKey.current = newest?.key;
  }, [entries]);

  useEffect(() => {
    if (!isAway) setSeenLast(newest?.key);
  }, [isAway, newest?.key]);

  const isThere = at !== undefined && entries.some(({ entry }) => entry.id === at);
  useEffect(() => {
    if (isThere) scroller.current?.querySelector(`[data-entry="${at}"]`)?.scrollIntoView({ block: "center" });
  }, [at, isThere]);

  const toNewest = useCallback(() => {
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.current?.scrollTo({ top: 0, behavior: isStill ? "auto" : "smooth" });
  }, []);
  const newSince = isAway ? entries.length - 1 - entries.findIndex(({ key }) => key === seenLast) : 0;
  return { scroller, isAway, newSince: seenLast === undefined ? 0 : newSince, toNewest };
}
