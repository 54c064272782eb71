"use client";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ThreadEntry } from "@/components/inbox/data/join-outbox";

/** Further up than this, news no longer pull the thread down. */
const nearPx = 60;

/** What a person does who wants to read elsewhere. */
const ownMoves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

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
  // The entry that the address names: it stays in the middle, whatever else arrives, until somebody scrolls away.
  const aim = useRef<string>(undefined);
  const newest = entries.at(-1);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setIsAway(element.scrollTop < -nearPx * 4);
    const letGo = () => {
      aim.current = undefined;
    };
    element.addEventListener("scroll", look, { passive: true });
    for (const move of ownMoves) element.addEventListener(move, letGo, { passive: true });
    return () => {
      element.removeEventListener("scroll", look);
      for (const move of ownMoves) element.removeEventListener(move, letGo);
    };
  }, []);

  useEarlyEffect(() => {
    aim.current = at;
  }, [at]);

  useEarlyEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - height.current;
    const hasNews = lastKey.current !== undefined && newest?.key !== lastKey.current;
    const target = aim.current && element.querySelector(`[data-entry="${aim.current}"]`);
    if (hasNews && newest?.outgoing) {
      aim.current = undefined;
      element.scrollTop = 0;
    } else if (target) target.scrollIntoView({ block: "center" });
    else if (hasNews && element.scrollTop < -nearPx) element.scrollTop -= grown;
    height.current = element.scrollHeight;
    lastKey.current = newest?.key;
  }, [entries, at]);

  useEffect(() => {
    if (!isAway) setSeenLast(newest?.key);
  }, [isAway, newest?.key]);

  const toNewest = useCallback(() => {
    aim.current = undefined;
    const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.current?.scrollTo({ top: 0, behavior: isStill ? "auto" : "smooth" });
  }, []);
  const newSince = isAway ? entries.length - 1 - entries.findIndex(({ key }) => key === seenLast) : 0;
  return { scroller, isAway, newSince: seenLast === undefined ? 0 : newSince, toNewest };
}
