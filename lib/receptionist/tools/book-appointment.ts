import { z } from "zod";
import { bookAppointment, findSlots, type Slot } from "@/lib/appointments";
import type { BusinessFacts } from "../contract/facts";
import type { ToolSession } from "../contract/session";
import type { Conversing } from "../contract/turn";
import { idOf } from "./check-availability";
import { keepName } from "./keep-name";
import { isTooFar, momentOfLocal, spokenTime } from "./local-time";
import { mayDoMore, type Tool, type ToolResult, tool } from "./tool";

/** A time on the business's clock, as {@link localTime} writes it. */
export const LocalTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((local) => z.iso.date().safeParse(local.slice(0, 10)).success);

type Wish = { serviceId: string; startsAt: string; staffId?: string | undefined; name?: string | undefined };

/** Books a real row for the caller. */
export function bookForCaller(facts: BusinessFacts): Tool {
  return tool({
    name: "book_appointment",
    description:
      "Books an appointment for the caller. Only after check_availability showed the time and the caller agreed to it. It is booked only when ok is true.",
    parameters: z.object({
      serviceId: idOf(facts.services.filter((one) => one.isBookable)),
      startsAt: LocalTime.describe("local time, exactly as check_availability gave it"),
      staffId: idOf(facts.staff).optional(),
      name: z.string().max(80).optional().describe("the caller's name, when they gave it in this call"),
    }),
    work: (session, given, key) => book(session, given, key),
  });
}

async function book(session: ToolSession, given: Wish, key: string): Promise<ToolResult> {
  const { conversing } = session;
  const { customerId } = conversing.caller;
  if (!customerId && !conversing.isRehearsal) return { ok: false, reason: "caller_unknown" };
  if (!mayDoMore(session, "booked")) return { ok: false, reason: "too_many" };
  const startsAt = momentOfLocal(given.startsAt, conversing.facts.business.timezone);
  if (!startsAt) return { ok: false, reason: "no_such_time" };
  if (isTooFar(startsAt, conversing)) return { ok: false, reason: "too_far" };
  const slot = await findSlot(conversing, given, startsAt);
  const already = slot ? null : await repeated(session, given, startsAt, key);
  if (already) return already;
  if (!slot) return { ok: false, reason: startsAt <= conversing.ctx.clock.now() ? "past" : "taken" };
  if (customerId && !conversing.isRehearsal) {
    const made = await insert(conversing, customerId, { ...given, staffId: slot.staffId }, startsAt, key);
    if (!made.ok) return made;
    if (given.name) await keepName(session, given.name);
  }
  return done(session, given.serviceId, slot, startsAt);
}

/** The person who is free at that moment, the wished one if one was wished. */
async function findSlot(
  conversing: Conversing,
  given: Wish,
  startsAt: Date,
): Promise<Pick<Slot, "staffId" | "staffName"> | null> {
  const slots = await findSlots(conversing.ctx, {
    ...{ serviceId: given.serviceId, staffId: given.staffId, from: startsAt, days: 1, limit: 40 },
  });
  return slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime()) ?? null;
}

/** The same request again: the time is not free because this very request took it. */
async function repeated(
  session: ToolSession,
  given: Wish,
  startsAt: Date,
  key: string,
): Promise<ToolResult | null> {
  const { conversing } = session;
  const { customerId } = conversing.caller;
  const staffId = given.staffId ?? conversing.facts.staff[0]?.id;
  if (!customerId || !staffId || conversing.isRehearsal) return null;
  const again = await insert(conversing, customerId, { ...given, staffId }, startsAt, key);
  return again.ok ? done(session, given.serviceId, again, startsAt) : null;
}

async function insert(
  conversing: Conversing,
  customerId: string,
  given: Wish & { staffId: string },
  startsAt: Date,
  key: string,
) {
  const outcome = await bookAppointment(conversing.ctx, {
    ...{ customerId, serviceId: given.serviceId, staffId: given.staffId, startsAt, source: "assistant" },
    ...{ callId: conversing.callId, conversationId: conversing.conversationId, dedupeKey: key },
  });
  if (!outcome.ok) return outcome;
  return {
    ok: true as const,
    staffId: outcome.appointment.staffId,
    staffName: outcome.appointment.staffName,
  };
}

function done(
  session: ToolSession,
  serviceId: string,
  slot: Pick<Slot, "staffId" | "staffName">,
  startsAt: Date,
): ToolResult {
  const { conversing } = session;
  const service = conversing.facts.services.find((one) => one.id === serviceId)?.name ?? "Appointment";
  const spoken = spokenTime(startsAt, conversing);
  session.deeds.push({ kind: "booked", text: `${service}, ${spoken}, with ${slot.staffName}` });
  return { ok: true, service, spoken, staff: slot.staffName };
}
