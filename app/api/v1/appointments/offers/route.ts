import { readOffers } from "@/lib/appointments";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "appointments.read" }, ({ ctx }) => readOffers(ctx));
