import { listSlots } from "@/lib/appointments";
import { BookingParams, SlotsQuery } from "@/lib/appointments/schema";
import { unsafeOpenBookingPage } from "@/lib/appointments/unsafe-booking-page";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "public", params: BookingParams, query: SlotsQuery, limit: { burst: 60, perSeconds: 60 } },
  async ({ ctx, params, query }) => {
    const business = await unsafeOpenBookingPage(ctx, params.slug);
    return { data: await listSlots(business.ctx, query), nextCursor: null };
  },
);
