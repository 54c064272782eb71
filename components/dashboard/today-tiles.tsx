"use client";
import { useQuery } from "@tanstack/react-query";
import { CalendarCheck, MessageSquare, Phone, PhoneIncoming, Smile } from "lucide-react";
import { counted, percentWords } from "@/components/dashboard/board-words";
import { todayQuery } from "@/components/dashboard/data/queries";
import { Tile } from "@/components/dashboard/tile";
import { answerRate } from "@/lib/dashboard/rules";
import type { Figures } from "@/lib/dashboard/schema";

/** Today at a glance: five figures, each beside yesterday's at the same time. */
export function TodayTiles() {
  const { data: today } = useQuery(todayQuery);
  if (!today) return null;
  const { day, figures, yesterday, live, appointments } = today;
  return (
    <section
      aria-label="Today"
      className="grid grid-cols-2 gap-px overflow-hidden rounded-float border border-line bg-line md:grid-cols-5 [&>:last-child]:max-md:col-span-2"
    >
      <Tile
        label="Calls"
        icon={<Phone className="text-call" aria-hidden />}
        value={figures.calls}
        beside={live > 0 ? `${live} going on now` : compared(yesterday.calls)}
        href={`/calls?from=${day}&to=${day}`}
      />
      <Tile
        label="Answered"
        icon={<PhoneIncoming className="text-call" aria-hidden />}
        value={percentWords(answerRate(figures))}
        beside={figures.missed > 0 ? `${figures.missed} missed` : rateCompared(yesterday)}
        href={
          figures.missed > 0 ? `/calls?outcome=missed&from=${day}&to=${day}` : `/calls?from=${day}&to=${day}`
        }
      />
      <Tile
        label="Messages"
        icon={<MessageSquare className="text-sms" aria-hidden />}
        value={figures.textsIn + figures.textsOut}
        beside={`${figures.textsIn} in, ${figures.textsOut} out`}
        href="/inbox"
      />
      <Tile
        label="Booked"
        icon={<CalendarCheck className="text-good" aria-hidden />}
        value={figures.booked}
        beside={
          appointments > 0 ? `${counted(appointments, "appointment")} today` : compared(yesterday.booked)
        }
        href="/calls?outcome=booked"
      />
      <Tile
        label="Mood"
        icon={<Smile className="text-good" aria-hidden />}
        value={<Mood figures={figures} />}
        beside={figures.negative > 0 ? `${figures.negative} negative` : moodBeside(figures)}
        href={`/calls?sentiment=${figures.negative > 0 ? "negative" : "positive"}`}
      />
    </section>
  );
}

function Mood({ figures: { positive, neutral, negative } }: { figures: Figures }) {
  const all = positive + neutral + negative;
  if (all === 0) return "–";
  return (
    <>
      {positive}
      <span className="text-page font-normal text-muted"> of {all} positive</span>
    </>
  );
}

function moodBeside({ positive, neutral }: Figures): string {
  return positive + neutral === 0 ? "nobody has talked yet" : "nobody was unhappy";
}

function compared(yesterday: number): string {
  return `${yesterday} yesterday by now`;
}

function rateCompared(yesterday: Figures): string {
  const rate = answerRate(yesterday);
  return rate === null ? "no calls yesterday by now" : `${percentWords(rate)} yesterday by now`;
}
