"use client";
import { type RefObject, useEffect, useState } from "react";

/** Whether an element has come near the part of the page that is looked at; stays true from then on. */
export function useSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || !element.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: "200px",
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [isSeen, element]);
  return isSeen;
}
