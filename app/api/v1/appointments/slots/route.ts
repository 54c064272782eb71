import { listSlots } from "@/lib/appointments";
import { SlotsQuery } from "@/lib/appointments/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "appointments.read", query: SlotsQuery }, async ({ ctx, query }) => ({
  data: await listSlots(ctx, query),
  nextCursor: null,
}));
