"use client";
import { useEffect, useRef } from "react";

const mark = "trunklineHeldBack";

/**
 * Lets the browser's back button ask before unsaved changes are left behind. It cannot be stopped, so while something
 * is unsaved a second entry of the same page lies above it in the history: going back ends on this page, and is then
 * either asked about or, when all is saved, taken on for the entry that nobody saw.
 */
export function useHeldBack(isHeld: boolean, ask: () => void): { leave: () => void } {
  const heldHref = useRef<string | null>(null);
  useEffect(() => {
    if (isOnTop()) heldHref.current = location.href;
    else if (isHeld) heldHref.current = putOnTop();
    const onPop = () => {
      if (isOnTop() || location.href !== heldHref.current) return;
      if (!isHeld) return history.back();
      putOnTop();
      ask();
    };
    window.addEventListener("popstate", onPop);
    return () => window.removeEventListener("popstate", onPop);
  }, [isHeld, ask]);
  return { leave: () => history.go(isOnTop() ? -2 : -1) };
}

/** Next's own marks are kept, so that it takes the entry for the page that is shown. */
function putOnTop(): string {
  history.pushState({ ...history.state, [mark]: true }, "");
  return location.href;
}

function isOnTop(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && mark in state;
}
