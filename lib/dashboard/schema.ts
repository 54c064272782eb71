import { z } from "zod";

/** How many days back the charts go, today included. */
export const HistoryQuery = z.object({ days: z.enum(["7", "30"]).default("7").transform(Number) });

/** What happened in a stretch of time. */
export type Figures = {
  /** All calls, those that are still going on included. */
  calls: number;
  outgoing: number;
  /** Incoming calls that somebody or the receptionist took. */
  answered: number;
  /** Incoming calls that left a message on the voicemail. */
  voicemail: number;
  /** Incoming calls that nobody took, for whatever reason. */
  missed: number;
  textsIn: number;
  textsOut: number;
  /** Appointments made, whenever they take place. */
  booked: number;
  /** Moods of the callers who talked with somebody. */
  positive: number;
  neutral: number;
  negative: number;
};

export type FigureName = keyof Figures;

/** Today so far, beside yesterday until the same time. */
export type TodayView = {
  /** The business's zone, in which days begin. */
  timezone: string;
  day: string;
  figures: Figures;
  yesterday: Figures;
  /** Calls going on right now. */
  live: number;
  /** Appointments that take place today. */
  appointments: number;
};

export type DayFigures = Figures & { day: string };

/** Calls that came in within one hour of the day, over all days of the history. */
export type HourFigures = Pick<Figures, "answered" | "voicemail" | "missed"> & { hour: number };

/** The last days one by one, oldest first, and the hours of the day, 0 to 23. */
export type HistoryView = { timezone: string; days: DayFigures[]; hours: HourFigures[]; totals: Figures };

/** Something that waits for a person. */
export type Need = {
  kind: "missed" | "failed" | "unread";
  conversationId: string;
  /** The missed call. */
  callId: string | null;
  customerName: string;
  /** What it is about, in a sentence or the last words. */
  words: string;
  at: string;
};

/** The most pressing things first; `total` also counts those that are not listed. */
export type NeedsView = { data: Need[]; total: number };
