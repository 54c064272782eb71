import { z } from "zod";
import { cancelAppointment } from "@/lib/appointments";
import { spokenTime } from "./local-time";
import { ownAppointments } from "./own-appointments";
import { mayDoMore, type Tool, tool } from "./tool";

/** Cancels one of the caller's own appointments. */
export const cancelOwn: Tool = tool({
  name: "cancel_appointment",
  description:
    "Cancels one of the caller's own appointments (ids from look_up_customer), after the caller confirmed it.",
  parameters: z.object({ appointmentId: z.uuid() }),
  work: async (session, { appointmentId }) => {
    const { conversing } = session;
    const own = (await ownAppointments(conversing)).find((one) => one.id === appointmentId);
    if (!own) return { ok: false, reason: "not_found" };
    if (!mayDoMore(session, "cancelled")) return { ok: false, reason: "too_many" };
    const outcome = await cancelAppointment(conversing.ctx, { id: own.id });
    if (!outcome.ok) return { ok: false, reason: outcome.reason };
    const spoken = spokenTime(new Date(own.startsAt), conversing);
    session.deeds.push({ kind: "cancelled", text: `${own.serviceName}, ${spoken}` });
    return { ok: true, service: own.serviceName, spoken };
  },
});
