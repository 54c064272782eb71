import { bookPublicly } from "@/lib/appointments";
import { BookingParams, BookPublicly } from "@/lib/appointments/schema";
import { unsafeOpenBookingPage } from "@/lib/appointments/unsafe-booking-page";
import { route } from "@/lib/wiring/route";

export const POST = route(
  {
    ...{ can: "public", params: BookingParams, body: BookPublicly, status: 201 },
    limit: { burst: 6, perSeconds: 600 },
  },
  async ({ ctx, params, body }) => {
    const business = await unsafeOpenBookingPage(ctx, params.slug);
    return bookPublicly(business.ctx, body);
  },
);
