import type { Chore } from "@/lib/jobs";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeRentNumbers } from "./unsafe-rent-numbers";

/** Numbers cost something every month. */
export const usageChores: readonly Chore[] = [
  { kind: "usage.rent_numbers", everyMs: 3_600_000, work: () => unsafeRentNumbers(systemClock) },
];
