import { z } from "zod";
import { findSlots } from "@/lib/appointments";
import { addDays, localDay, minutesOf, momentOf } from "@/lib/kernel/time";
import { minutesOfPart } from "@/lib/language";
import type { BusinessFacts } from "../contract/facts";
import { chooseTimes } from "./choose-times";
import { localTime, spokenTime } from "./local-time";
import { type Tool, tool } from "./tool";

const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((day) => z.iso.date().safeParse(day).success);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const farthestDays = 60;

/** Looks for free times of a service. */
export function checkAvailability(facts: BusinessFacts): Tool {
  return tool({
    name: "check_availability",
    description:
      "Free times for a service. Call it before you name any time. Times are the business's local time. Without days: the next two weeks.",
    parameters: z.object({
      serviceId: idOf(facts.services.filter((one) => one.isBookable)),
      staffId: idOf(facts.staff).optional(),
      fromDay: Day.optional(),
      toDay: Day.optional(),
      part: z.enum(["morning", "afternoon", "evening", "night"]).optional(),
      near: Time.optional().describe("the time the caller would like, HH:MM"),
      notBefore: Time.optional(),
      notAfter: Time.optional(),
    }),
    work: async ({ conversing }, given) => {
      const { timezone: zone } = facts.business;
      const today = localDay(conversing.ctx.clock.now(), zone);
      const first = given.fromDay && given.fromDay > today ? given.fromDay : today;
      if (first > addDays(today, 366)) return { ok: true, slots: [] };
      const last = given.toDay ?? (given.fromDay ? first : addDays(first, 13));
      const days = Math.min(farthestDays, Math.max(1, daysBetween(first, last) + 1));
      const slots = await findSlots(conversing.ctx, {
        ...{ serviceId: given.serviceId, staffId: given.staffId, days, limit: 2000 },
        from: first === today ? conversing.ctx.clock.now() : momentOf(first, "00:00", zone),
      });
      const part = given.part ? minutesOfPart(given.part) : { from: 0, to: 1440 };
      const chosen = chooseTimes(slots, {
        zone,
        from: Math.max(part.from, given.notBefore ? minutesOf(given.notBefore) : 0),
        to: Math.min(part.to, given.notAfter ? minutesOf(given.notAfter) + 1 : 1440),
        near: given.near ? minutesOf(given.near) : null,
        most: given.near ? 4 : 6,
      });
      return {
        ok: true,
        slots: chosen.map((slot) => ({
          ...{ startsAt: localTime(slot.startsAt, zone), spoken: spokenTime(slot.startsAt, conversing) },
          ...{ staffId: slot.staffId, staff: slot.staffName },
        })),
      };
    },
  });
}

/** An id out of a list that the server made; a list must not be empty to be offered. */
export function idOf(rows: readonly { id: string }[]): z.ZodType<string> {
  const ids = rows.map((row) => row.id);
  return ids.length > 0 ? z.enum(ids) : z.never();
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
