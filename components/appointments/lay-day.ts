import type { AppointmentView } from "@/lib/appointments/schema";

/** An appointment with its lane among those that happen at the same time. */
export type LaidAppointment = { appointment: AppointmentView; lane: number; lanes: number };

/** Puts appointments that overlap beside each other; those that touch nobody take the whole width. */
export function layDay(appointments: readonly AppointmentView[]): LaidAppointment[] {
  const laid: LaidAppointment[] = [];
  let group: LaidAppointment[] = [];
  let until = "";
  for (const appointment of appointments.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    if (appointment.startsAt >= until) group = [];
    const taken = group
      .filter((other) => other.appointment.endsAt > appointment.startsAt)
      .map(({ lane }) => lane);
    const lane =
      Array.from({ length: taken.length + 1 }, (_, index) => index).find((one) => !taken.includes(one)) ?? 0;
    const entry = { appointment, lane, lanes: 1 };
    group.push(entry);
    const lanes = Math.max(...group.map((one) => one.lane)) + 1;
    for (const one of group) one.lanes = lanes;
    laid.push(entry);
    until = appointment.endsAt > until ? appointment.endsAt : until;
  }
  return laid;
}
