"use client";
import { useSeconds } from "@/components/calls/use-seconds";
import { clockWords } from "./queue-words";

/** How long something goes on already; it moves every second. */
export function RunningTime({ since }: { since: string }) {
  const seconds = useSeconds(since, true);
  return <time className="tabular whitespace-nowrap">{seconds === null ? "–" : clockWords(seconds)}</time>;
}
