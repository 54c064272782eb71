import { z } from "zod";
import type {
  AppointmentView,
  BookingOffers as BookingOffersView,
  PublicBooking as PublicBookingView,
} from "@/lib/appointments/schema";
import { id, moment } from "./fields";

export const Appointment = z
  .strictObject({
    id,
    customerId: id,
    customerName: z.string(),
    serviceId: id,
    serviceName: z.string(),
    staffId: id,
    staffName: z.string(),
    startsAt: moment,
    endsAt: moment,
    status: z.enum(["booked", "cancelled", "completed", "no_show"]),
    source: z.string().describe("Who booked: `assistant`, `member`, `booking_page`, `api`."),
    notes: z.string(),
  })
  .meta({
    id: "Appointment",
    description: "A booked time of a service.",
  }) satisfies z.ZodType<AppointmentView>;

export const Slot = z
  .strictObject({ staffId: id, staffName: z.string(), startsAt: moment, endsAt: moment })
  .meta({ id: "Slot", description: "A free time of one person." });

export const BookingOffers = z
  .strictObject({
    timezone: z.string(),
    services: z.array(
      z.strictObject({
        id,
        name: z.string(),
        description: z.string(),
        minutes: z.int(),
        price: z.string().nullable(),
      }),
    ),
    staff: z.array(
      z.strictObject({
        id,
        name: z.string(),
        serviceIds: z.array(id).nullable().describe("Null: all of them."),
      }),
    ),
  })
  .meta({
    id: "BookingOffers",
    description: "What can be booked, and with whom.",
  }) satisfies z.ZodType<BookingOffersView>;

export const PublicBooking = z
  .strictObject({ startsAt: moment, endsAt: moment, serviceName: z.string(), staffName: z.string() })
  .meta({
    id: "PublicBooking",
    description: "What a stranger is told.",
  }) satisfies z.ZodType<PublicBookingView>;
