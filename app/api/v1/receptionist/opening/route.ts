import { saveOpening } from "@/lib/receptionist";
import { OpeningTimes } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "receptionist.manage", body: OpeningTimes }, ({ ctx, body }) =>
  saveOpening(ctx, body),
);
