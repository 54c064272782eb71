import type { ChartData, ChartPoint, ChartSeries } from "@/components/charts/chart-data";
import { dayWords } from "@/components/dashboard/board-words";
import { answerRate } from "@/lib/dashboard/rules";
import type { DayFigures, HistoryView } from "@/lib/dashboard/schema";

const incoming: ChartSeries[] = [
  { key: "answered", word: "Answered", colour: "call" },
  { key: "voicemail", word: "Voicemail", colour: "voicemail" },
  { key: "missed", word: "Missed", colour: "bad" },
];

/** What the charts of the dashboard show, from the figures of the last days. */
export function boardCharts({ days, hours }: HistoryView) {
  const byDay = (valuesOf: (day: DayFigures) => ChartPoint["values"]): ChartPoint[] =>
    days.map((day) => ({
      x: tick(day.day, days.length),
      label: dayWords(day.day, "short"),
      values: valuesOf(day),
    }));
  return {
    calls: {
      ...{ title: "Incoming calls", axis: "Day", series: incoming },
      points: byDay(({ answered, voicemail, missed }) => ({ answered, voicemail, missed })),
    },
    rate: {
      ...{ title: "Answer rate", axis: "Day", format: "percent" },
      series: [{ key: "rate", word: "Answered", colour: "accent" }],
      points: byDay((day) => ({ rate: answerRate(day) })),
    },
    texts: {
      ...{ title: "Messages", axis: "Day" },
      series: [
        { key: "textsIn", word: "In", colour: "sms" },
        { key: "textsOut", word: "Out", colour: "accent" },
      ],
      points: byDay(({ textsIn, textsOut }) => ({ textsIn, textsOut })),
    },
    booked: {
      ...{ title: "Appointments booked", axis: "Day" },
      series: [{ key: "booked", word: "Booked", colour: "good" }],
      points: byDay(({ booked }) => ({ booked })),
    },
    hours: {
      ...{ title: "Calls by hour", axis: "Hour", series: incoming },
      points: hours.map(({ hour, ...values }) => ({ x: hourTick(hour), label: hourLabel(hour), values })),
    },
    moods: {
      ...{ title: "Mood of callers", axis: "Day" },
      series: [
        { key: "positive", word: "Positive", colour: "good" },
        { key: "neutral", word: "Neutral", colour: "wave" },
        { key: "negative", word: "Negative", colour: "bad" },
      ],
      points: byDay(({ positive, neutral, negative }) => ({ positive, neutral, negative })),
    },
  } satisfies Record<string, ChartData>;
}

function tick(day: string, count: number): string {
  const words = dayWords(day, "short").split(" ");
  return count <= 7 ? `${words[0]} ${words[1]}` : `${words[1]} ${words[2]}`;
}

function hourTick(hour: number): string {
  return String(hour).padStart(2, "0");
}

function hourLabel(hour: number): string {
  return `${hourTick(hour)}:00 to ${hourTick((hour + 1) % 24)}:00`;
}
