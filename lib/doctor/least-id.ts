import type { Clock } from "@/lib/kernel/clock";

/** The least id that a row made in the last days can have: ids grow with time, and the primary key finds them by it. */
export function leastIdSince(clock: Clock, days: number): string {
  const milliseconds = clock.now().getTime() - days * 86_400_000;
  const hex = milliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
