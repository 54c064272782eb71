import { type AppointmentView, listAppointmentsOf } from "@/lib/appointments";
import type { Conversing } from "../contract/turn";
import { localTime, spokenTime } from "./local-time";

/** The caller's own appointments that are still to come, the next one first; nobody else's, whatever was asked. */
export async function ownAppointments(conversing: Conversing): Promise<AppointmentView[]> {
  const { ctx, caller } = conversing;
  if (!caller.customerId) return [];
  const now = ctx.clock.now().toISOString();
  const all = await listAppointmentsOf(ctx, caller.customerId);
  return all.filter((one) => one.status === "booked" && one.startsAt > now).slice(0, 10);
}

/** An appointment as a tool tells of it. */
export function tellAppointment(one: AppointmentView, conversing: Conversing): Record<string, string> {
  const startsAt = new Date(one.startsAt);
  return {
    ...{
      appointmentId: one.id,
      service: one.serviceName,
      serviceId: one.serviceId,
      staff: one.staffName,
      staffId: one.staffId,
    },
    ...{
      startsAt: localTime(startsAt, conversing.facts.business.timezone),
      spoken: spokenTime(startsAt, conversing),
    },
  };
}
