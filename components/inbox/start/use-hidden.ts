"use client";
import { useCallback, useSyncExternalStore } from "react";

const watchers = new Set<() => void>();

/** Whether this person has put something away for good in this browser, and how to do so. */
export function useHidden(name: string): [boolean, () => void] {
  const key = `inbox-hidden-${name}`;
  const isHidden = useSyncExternalStore(
    watch,
    () => localStorage.getItem(key) !== null,
    () => false,
  );
  const hide = useCallback(() => {
    localStorage.setItem(key, "1");
    for (const watcher of watchers) watcher();
  }, [key]);
  return [isHidden, hide];
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}
