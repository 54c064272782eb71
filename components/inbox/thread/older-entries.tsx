"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { Skeleton } from "@/components/ui/display/skeleton";

type OlderEntriesProps = { isLoading: boolean; onReach: () => void };

/** The upper edge of what is loaded: coming near it loads more. */
export function OlderEntries({ isLoading, onReach }: OlderEntriesProps) {
  const edge = useRef<HTMLDivElement>(null);
  const reach = useEffectEvent(() => {
    if (!isLoading) onReach();
  });
  useEffect(() => {
    const element = edge.current;
    if (!element) return;
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && reach(), {
      root: element.closest("section"),
      rootMargin: "600px 0px 0px 0px",
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  // Still in view after a page was added: load on.
  useEffect(() => {
    const root = edge.current?.closest("section");
    if (isLoading || !root || !edge.current) return;
    if (edge.current.getBoundingClientRect().bottom > root.getBoundingClientRect().top - 600) reach();
  }, [isLoading]);
  return (
    <div ref={edge} role="status" className="space-y-2 pb-4">
      <span className="sr-only">{isLoading ? "Loading older messages…" : ""}</span>
      <Skeleton className="h-10 w-2/3 rounded-float" />
      <Skeleton className="ml-auto h-10 w-1/2 rounded-float" />
    </div>
  );
}
