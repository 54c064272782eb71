"use client";
import { useSyncExternalStore } from "react";

const step = 30_000;
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let shown = 0;

/** The time to count from, moving on every 30 seconds for all who watch; null while the page is being hydrated. */
export function useNow(): number | null {
  return useSyncExternalStore(watchClock, shownNow, () => null);
}

function watchClock(onChange: () => void): () => void {
  watchers.add(onChange);
  timer ??= setInterval(moveOn, step);
  return () => {
    watchers.delete(onChange);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function moveOn() {
  shown = Date.now();
  for (const watcher of watchers) watcher();
}

function shownNow(): number {
  if (Date.now() - shown > step) shown = Date.now();
  return shown;
}
