import {
  AppointmentOutcome,
  BookAppointment,
  BookingParams,
  BookPublicly,
  CalendarQuery,
  MoveAppointment,
  SlotsQuery,
} from "@/lib/appointments/schema";
import { IdParams } from "@/lib/http";
import { Appointment, BookingOffers, PublicBooking, Slot } from "../answers/appointment";
import { listOf } from "../answers/fields";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";

const [serviceId, staffId] = [exampleIds.team, exampleIds.number];
const time = { startsAt: "2026-11-23T15:00:00.000Z", endsAt: "2026-11-23T15:30:00.000Z" };
const appointment = {
  ...{ id: exampleIds.turn, customerId: exampleIds.customer, customerName: "Maya Chen", serviceId, staffId },
  ...{
    serviceName: "Check-up",
    staffName: "Dr. Lena Ortiz",
    ...time,
    status: "booked",
    source: "api",
    notes: "",
  },
};
const slot = { staffId, staffName: "Dr. Lena Ortiz", ...time };
const one = { id: appointment.id };
const refusals = ["taken", "closed", "past", "unknown_service"];
const slotFields = {
  serviceId: "The service.",
  staffId: "Only this person.",
  day: "First local day of the business.",
  days: "How many days.",
};

/** Appointments, free times, and the public booking page. */
export const appointments: readonly Operation[] = [
  {
    method: "GET",
    path: "/appointments",
    tag: "Appointments",
    summary: "List appointments",
    description: "Everything between two moments that was not cancelled, in order.",
    can: "appointments.read",
    query: CalendarQuery,
    fields: { from: "ISO 8601.", to: "ISO 8601.", customerId: "Only this customer's." },
    answer: listOf(Appointment),
    example: {
      query: { from: "2026-11-23T00:00:00Z", to: "2026-11-24T00:00:00Z" },
      answer: { data: [appointment], nextCursor: null },
    },
  },
  {
    method: "POST",
    path: "/appointments",
    tag: "Appointments",
    summary: "Book an appointment",
    description: "Two bookings of one person's time can never both succeed.",
    can: "appointments.manage",
    body: BookAppointment,
    fields: {
      startsAt: "A free time, as `/appointments/slots` gives them.",
      notes: "Only your people see it.",
    },
    status: 201,
    answer: Appointment,
    refusals,
    example: {
      body: { customerId: exampleIds.customer, serviceId, staffId, startsAt: time.startsAt },
      answer: appointment,
    },
  },
  {
    method: "GET",
    path: "/appointments/slots",
    tag: "Appointments",
    summary: "Find free times",
    can: "appointments.read",
    query: SlotsQuery,
    fields: slotFields,
    answer: listOf(Slot),
    example: { query: { serviceId, day: "2026-11-23" }, answer: { data: [slot], nextCursor: null } },
  },
  {
    method: "GET",
    path: "/appointments/offers",
    tag: "Appointments",
    summary: "Read what can be booked",
    can: "appointments.read",
    answer: BookingOffers,
    example: {
      answer: {
        timezone: "America/New_York",
        services: [{ id: serviceId, name: "Check-up", description: "", minutes: 30, price: "$90.00" }],
        staff: [{ id: staffId, name: "Dr. Lena Ortiz", serviceIds: null }],
      },
    },
  },
  {
    method: "GET",
    path: "/appointments/{id}",
    tag: "Appointments",
    summary: "Read an appointment",
    can: "appointments.read",
    params: IdParams,
    answer: Appointment,
    example: { params: one, answer: appointment },
  },
  {
    method: "PATCH",
    path: "/appointments/{id}",
    tag: "Appointments",
    summary: "Move an appointment",
    description: "The old time is free only when the new one is taken.",
    can: "appointments.manage",
    params: IdParams,
    body: MoveAppointment,
    fields: { startsAt: "The new time.", staffId: "Somebody else." },
    answer: Appointment,
    refusals,
    example: { params: one, body: { startsAt: time.startsAt }, answer: appointment },
  },
  {
    method: "DELETE",
    path: "/appointments/{id}",
    tag: "Appointments",
    summary: "Cancel an appointment",
    can: "appointments.manage",
    params: IdParams,
    example: { params: one },
  },
  {
    method: "PUT",
    path: "/appointments/{id}/outcome",
    tag: "Appointments",
    summary: "Say how it ended",
    can: "appointments.manage",
    params: IdParams,
    body: AppointmentOutcome,
    fields: { outcome: "Done, or nobody came." },
    answer: Appointment,
    refusals: ["refused"],
    example: { params: one, body: { outcome: "completed" }, answer: { ...appointment, status: "completed" } },
  },
  {
    method: "GET",
    path: "/booking/{slug}/slots",
    tag: "Appointments",
    summary: "Find free times as a stranger",
    description: "What the booking page shows: nothing about anybody's appointments.",
    can: "public",
    params: BookingParams,
    query: SlotsQuery,
    fields: slotFields,
    answer: listOf(Slot),
    isLimited: true,
    example: {
      params: { slug: "riverside-dental" },
      query: { serviceId, day: "2026-11-23" },
      answer: { data: [slot], nextCursor: null },
    },
  },
  {
    method: "POST",
    path: "/booking/{slug}/appointments",
    tag: "Appointments",
    summary: "Book as a stranger",
    description: "Answers only what was just said, whoever the number belongs to.",
    can: "public",
    params: BookingParams,
    body: BookPublicly,
    fields: { phone: "Where a confirmation can go.", key: "Made once per form: pressing twice books once." },
    status: 201,
    answer: PublicBooking,
    refusals,
    isLimited: true,
    example: {
      params: { slug: "riverside-dental" },
      body: {
        serviceId,
        staffId,
        startsAt: time.startsAt,
        name: "Maya",
        phone: "(415) 555-2671",
        key: one.id,
      },
      answer: { ...time, serviceName: "Check-up", staffName: "Dr. Lena Ortiz" },
    },
  },
];
