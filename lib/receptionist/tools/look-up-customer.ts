import { z } from "zod";
import { nameOf } from "../contract/caller";
import { ownAppointments, tellAppointment } from "./own-appointments";
import { type Tool, tool } from "./tool";

/** Reads the caller's own record. It takes no arguments, so there is nobody else it could read. */
export const lookUpCustomer: Tool = tool({
  name: "look_up_customer",
  description: "The caller's own name and upcoming appointments. There is no way to look up anybody else.",
  parameters: z.object({}),
  work: async ({ conversing }) => ({
    ok: true,
    isKnown: conversing.caller.customerId !== null,
    name: nameOf(conversing),
    appointments: (await ownAppointments(conversing)).map((one) => tellAppointment(one, conversing)),
  }),
});
