"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { counted, zoneWords } from "@/components/dashboard/board-words";
import { todayQuery } from "@/components/dashboard/data/queries";
import { useLiveBoard } from "@/components/dashboard/data/use-live-board";

/** Today's calls in one line above the list; each count leads to its calls. */
export function TodayCalls() {
  useLiveBoard();
  const { data: today } = useQuery(todayQuery);
  if (!today) return null;
  const { day, live, figures, timezone } = today;
  const href = (filter: string) => `/calls?${filter}&from=${day}&to=${day}`;
  return (
    <p className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-muted">
      <Link href={`/calls?from=${day}&to=${day}`} className={linkClass}>
        <span className="tabular text-page text-text">{figures.calls}</span>{" "}
        {figures.calls === 1 ? "call" : "calls"} today
      </Link>
      {live > 0 && (
        <span className="font-semibold text-good">{counted(live, "call", "calls")} going on now</span>
      )}
      <span>{figures.answered} answered</span>
      <Link href={href("outcome=voicemail")} className={linkClass}>
        {counted(figures.voicemail, "voicemail")}
      </Link>
      <Link
        href={href("outcome=missed")}
        className={figures.missed > 0 ? `${linkClass} text-bad` : linkClass}
      >
        {figures.missed} missed
      </Link>
      <span className="text-meta">{zoneWords(timezone)}</span>
    </p>
  );
}

const linkClass = "hover:underline underline-offset-2 pointer-coarse:py-2";
