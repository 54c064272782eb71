"use client";
import { useReaderZone } from "@/components/inbox/use-reader-zone";
import { clockWords, fullWords } from "@/components/ui/display/time-words";

/** The time of day of something said; everything else about the moment on hover. */
export function ClockTime({ at }: { at: string }) {
  const zone = useReaderZone();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={fullWords(moment, zone)} className="tabular" suppressHydrationWarning>
      {clockWords(moment, zone)}
    </time>
  );
}
