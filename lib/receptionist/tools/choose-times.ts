import type { Slot } from "@/lib/appointments";
import { minuteOfDay } from "@/lib/kernel/time";

/** Which of many free times to name. */
export type Wish = {
  zone: string;
  /** Minutes after midnight: times outside are not named. */
  from: number;
  to: number;
  /** Minutes after midnight: times close to it are named first. */
  near: number | null;
  most: number;
};

/** A few free times worth naming, in order: one per moment, near the wished one, else spread so that there is a choice. */
export function chooseTimes(slots: readonly Slot[], wish: Wish): Slot[] {
  const minute = (slot: Slot) => minuteOfDay(slot.startsAt, wish.zone);
  const fitting = oncePerMoment(slots).filter((slot) => minute(slot) >= wish.from && minute(slot) < wish.to);
  const { near } = wish;
  if (near === null) return spread(fitting, wish.most);
  const closest = fitting.toSorted((a, b) => Math.abs(minute(a) - near) - Math.abs(minute(b) - near));
  return inOrder(closest.slice(0, wish.most));
}

function oncePerMoment(slots: readonly Slot[]): Slot[] {
  const seen = new Set<number>();
  return slots.filter(({ startsAt }) => !seen.has(startsAt.getTime()) && seen.add(startsAt.getTime()));
}

const twoHours = 2 * 3_600_000;

/** Times at least two hours apart while there are such, then whatever is left. */
function spread(slots: readonly Slot[], most: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    const last = chosen.at(-1);
    if (chosen.length < most && (!last || slot.startsAt.getTime() - last.startsAt.getTime() >= twoHours))
      chosen.push(slot);
  }
  const rest = slots.filter((slot) => !chosen.includes(slot)).slice(0, most - chosen.length);
  return inOrder([...chosen, ...rest]);
}

function inOrder(slots: readonly Slot[]): Slot[] {
  return slots.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
