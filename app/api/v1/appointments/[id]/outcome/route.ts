import { closeAppointment, getAppointment } from "@/lib/appointments";
import { AppointmentOutcome } from "@/lib/appointments/schema";
import { IdParams } from "@/lib/http";
import { AppError } from "@/lib/kernel/errors";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "appointments.manage", params: IdParams, body: AppointmentOutcome },
  async ({ ctx, params, body }) => {
    await getAppointment(ctx, params.id);
    const closed = await closeAppointment(ctx, { id: params.id, ...body });
    if (!closed.ok) throw new AppError("refused", "It has not begun, or it was cancelled.");
    return getAppointment(ctx, params.id);
  },
);
