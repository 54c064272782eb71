"use client";
import { clockWords, fullWords, type TimeForm, timeWords } from "@/components/ui/display/time-words";
import { useNow } from "@/components/ui/display/use-now";

type RelativeTimeProps = {
  at: Date | string;
  form?: TimeForm | "clock";
  /** The zone to think in when it is not the reader's, e.g. the customer's; it is then named. */
  zone?: string;
};

/**
 * A moment in words that move on by themselves. The server does not know the reader's zone, so it renders in the given
 * one or UTC; the browser corrects it right after hydration, without a mismatch.
 */
export function RelativeTime({ at, form = "short", zone }: RelativeTimeProps) {
  const now = useNow();
  const moment = typeof at === "string" ? new Date(at) : at;
  const readerZone = now === null ? (zone ?? "UTC") : Intl.DateTimeFormat().resolvedOptions().timeZone;
  const shownZone = zone ?? readerZone;
  return (
    <time
      dateTime={moment.toISOString()}
      title={fullWords(moment, shownZone)}
      className="tabular whitespace-nowrap"
      suppressHydrationWarning
    >
      {form === "clock"
        ? clockWords(moment, shownZone, readerZone)
        : timeWords(moment, new Date(now ?? Date.now()), shownZone, form, readerZone)}
    </time>
  );
}
