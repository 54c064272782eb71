import { saveOffers } from "@/lib/receptionist";
import { Offers } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "receptionist.manage", body: Offers }, ({ ctx, body }) =>
  saveOffers(ctx, body),
);
