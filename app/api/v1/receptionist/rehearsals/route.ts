import { rehearse } from "@/lib/receptionist";
import { Rehearsal } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "receptionist.manage", body: Rehearsal }, ({ ctx, body }) =>
  rehearse(ctx, body),
);
