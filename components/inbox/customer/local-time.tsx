"use client";
import { clockWords } from "@/components/ui/display/time-words";
import { useNow } from "@/components/ui/display/use-now";

/** What the clock shows where the customer lives. */
export function LocalTime({ zone }: { zone: string }) {
  const now = useNow();
  return (
    <time className="tabular" suppressHydrationWarning>
      {clockWords(new Date(now ?? Date.now()), zone)}
    </time>
  );
}
