import { cancelAppointment, getAppointment, moveAppointment, requireBooked } from "@/lib/appointments";
import { MoveAppointment } from "@/lib/appointments/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "appointments.read", params: IdParams }, ({ ctx, params }) =>
  getAppointment(ctx, params.id),
);

export const PATCH = route(
  { can: "appointments.manage", params: IdParams, body: MoveAppointment },
  async ({ ctx, params, body }) => requireBooked(await moveAppointment(ctx, { id: params.id, ...body })),
);

export const DELETE = route({ can: "appointments.manage", params: IdParams }, async ({ ctx, params }) => {
  await getAppointment(ctx, params.id);
  await cancelAppointment(ctx, params);
});
