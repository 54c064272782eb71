import type { QueueSettings, SeatView } from "@/lib/queues/schema";

/** What people call the orders in which people are rung. */
export const strategyWords: Record<QueueSettings["strategy"], string> = {
  longest_idle: "Longest idle first",
  in_order: "In order",
  together: "All at once",
};

/** Where somebody is, in a word. */
export const seatWords: Record<SeatView["state"], string> = {
  ...{ free: "Free", ringing: "Ringing", talking: "Talking", resting: "Did not answer", away: "Away" },
};

/** A stretch of time as clocks show it: 0:42, 12:05, 1:02:30. */
export function clockWords(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(rest).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}
