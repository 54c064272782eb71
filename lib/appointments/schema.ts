import { z } from "zod";

/** A free time of one person for one service. */
export type Slot = { staffId: string; staffName: string; startsAt: Date; endsAt: Date };

/** An appointment as screens, API and receptionist see it. */
export type AppointmentView = {
  id: string;
  customerId: string;
  customerName: string;
  serviceId: string;
  serviceName: string;
  staffId: string;
  staffName: string;
  startsAt: string;
  endsAt: string;
  status: "booked" | "cancelled" | "completed" | "no_show";
  source: string;
  notes: string;
};

/** Why a time cannot be had. */
export type BookingProblem = "taken" | "closed" | "past" | "unknown_service";

/** What can be booked, and with whom. */
export type BookingOffers = {
  timezone: string;
  services: { id: string; name: string; description: string; minutes: number; price: string | null }[];
  staff: { id: string; name: string; serviceIds: string[] | null }[];
};

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const CalendarQuery = z.object({
  from: moment,
  to: moment,
  customerId: z.uuid().optional(),
});
export type CalendarQuery = z.output<typeof CalendarQuery>;

export const SlotsQuery = z.object({
  serviceId: z.uuid(),
  staffId: z.uuid().optional(),
  /** Local days of the business, `YYYY-MM-DD`. */
  day: z.iso.date(),
  days: z.coerce.number().int().min(1).max(31).default(7),
});
export type SlotsQuery = z.output<typeof SlotsQuery>;

export const BookAppointment = z
  .object({
    customerId: z.uuid(),
    serviceId: z.uuid(),
    staffId: z.uuid(),
    startsAt: moment,
    notes: z.string().max(2000).default(""),
  })
  .strict();
export type BookAppointment = z.output<typeof BookAppointment>;

export const MoveAppointment = z.object({ startsAt: moment, staffId: z.uuid().optional() }).strict();
export type MoveAppointment = z.output<typeof MoveAppointment>;

export const AppointmentOutcome = z.object({ outcome: z.enum(["completed", "no_show"]) }).strict();
export type AppointmentOutcome = z.output<typeof AppointmentOutcome>;

export const BookingParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) });

/** What a stranger says to book: enough to be known and reached. */
export const BookPublicly = z
  .object({
    serviceId: z.uuid(),
    staffId: z.uuid(),
    startsAt: moment,
    name: z.string().trim().min(1).max(120),
    phone: z.string().trim().min(4).max(64),
    notes: z.string().max(500).default(""),
    /** Made once per form, so that pressing twice books once. */
    key: z.uuid(),
  })
  .strict();
export type BookPublicly = z.output<typeof BookPublicly>;

/** What a stranger is told about a booking: nothing that they did not say. */
export type PublicBooking = { startsAt: string; endsAt: string; serviceName: string; staffName: string };
