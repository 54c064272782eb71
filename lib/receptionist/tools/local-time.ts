import { existsLocally, momentOf, wallTime } from "@/lib/kernel/time";
import { languageOf, sayMoment } from "@/lib/language";
import type { Conversing } from "../contract/turn";

/** A moment on the business's clock, `YYYY-MM-DDTHH:MM`: the only way tools speak of time. */
export function localTime(at: Date, zone: string): string {
  const wall = wallTime(at, zone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`;
}

/** The moment of a time on the business's clock; null inside the hour that is skipped in spring. */
export function momentOfLocal(local: string, zone: string): Date | null {
  const [day = "", time = ""] = local.split("T");
  return existsLocally(day, time, zone) ? momentOf(day, time, zone) : null;
}

/** Whether a moment lies further ahead than anybody books. */
export function isTooFar(at: Date, { ctx }: Conversing): boolean {
  return at.getTime() - ctx.clock.now().getTime() > 366 * 86_400_000;
}

/** A moment as the receptionist says it, in the conversation's first language. */
export function spokenTime(at: Date, { ctx, facts, receptionist }: Conversing): string {
  return sayMoment(at, ctx.clock.now(), facts.business.timezone, languageOf(receptionist.languages[0]));
}
