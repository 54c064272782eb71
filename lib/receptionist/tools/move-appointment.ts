import { z } from "zod";
import { type AppointmentView, findSlots, moveAppointment } from "@/lib/appointments";
import type { BusinessFacts } from "../contract/facts";
import type { ToolSession } from "../contract/session";
import type { Conversing } from "../contract/turn";
import { LocalTime } from "./book-appointment";
import { idOf } from "./check-availability";
import { isTooFar, momentOfLocal, spokenTime } from "./local-time";
import { ownAppointments } from "./own-appointments";
import { mayDoMore, type Tool, type ToolResult, tool } from "./tool";

/** Moves one of the caller's own appointments. */
export function moveOwn(facts: BusinessFacts): Tool {
  return tool({
    name: "move_appointment",
    description:
      "Moves one of the caller's own appointments (ids from look_up_customer) to a time that check_availability showed and the caller agreed to.",
    parameters: z.object({
      appointmentId: z.uuid(),
      startsAt: LocalTime,
      staffId: idOf(facts.staff).optional(),
    }),
    work: (session, given) => move(session, given),
  });
}

type Wish = { appointmentId: string; startsAt: string; staffId?: string | undefined };

async function move(session: ToolSession, given: Wish): Promise<ToolResult> {
  const { conversing } = session;
  const own = (await ownAppointments(conversing)).find((one) => one.id === given.appointmentId);
  if (!own) return { ok: false, reason: "not_found" };
  const startsAt = momentOfLocal(given.startsAt, conversing.facts.business.timezone);
  if (!startsAt) return { ok: false, reason: "no_such_time" };
  if (isTooFar(startsAt, conversing)) return { ok: false, reason: "too_far" };
  const told: ToolResult = { ok: true, service: own.serviceName, spoken: spokenTime(startsAt, conversing) };
  if (own.startsAt === startsAt.toISOString()) return told; // moved there already, by this very request
  if (!mayDoMore(session, "moved")) return { ok: false, reason: "too_many" };
  const moved = await moveWithSomebody(conversing, own, startsAt, given.staffId);
  if (!moved.ok) return moved;
  session.deeds.push({ kind: "moved", text: `${own.serviceName} to ${told.spoken}` });
  return { ...told, staff: moved.staff };
}

/** With the person it was with, else with whoever is free then. */
async function moveWithSomebody(
  conversing: Conversing,
  own: AppointmentView,
  startsAt: Date,
  staffId: string | undefined,
): Promise<{ ok: true; staff: string } | { ok: false; reason: string }> {
  const first = await moveTo(conversing, own.id, startsAt, staffId ?? own.staffId);
  if (first.ok || staffId !== undefined || first.reason === "past") return first;
  const slots = await findSlots(conversing.ctx, {
    serviceId: own.serviceId,
    from: startsAt,
    days: 1,
    limit: 40,
  });
  const other = slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime());
  return other ? moveTo(conversing, own.id, startsAt, other.staffId) : first;
}

async function moveTo({ ctx }: Conversing, id: string, startsAt: Date, staffId: string) {
  const outcome = await moveAppointment(ctx, { id, startsAt, staffId });
  return outcome.ok
    ? { ok: true as const, staff: outcome.appointment.staffName }
    : { ok: false as const, reason: String(outcome.reason) };
}
