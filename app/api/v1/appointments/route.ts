import { bookAppointment, listAppointments, requireBooked } from "@/lib/appointments";
import { BookAppointment, CalendarQuery } from "@/lib/appointments/schema";
import { getCustomer } from "@/lib/customers";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "appointments.read", query: CalendarQuery }, async ({ ctx, query }) => ({
  data: await listAppointments(ctx, query),
  nextCursor: null,
}));

export const POST = route(
  { can: "appointments.manage", body: BookAppointment, status: 201 },
  async ({ ctx, body }) => {
    await getCustomer(ctx, body.customerId);
    const source = ctx.actor.kind === "api_key" ? "api" : "member";
    return requireBooked(await bookAppointment(ctx, { ...body, source }));
  },
);
