import { saveTargets } from "@/lib/receptionist";
import { TransferTargets } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "receptionist.manage", body: TransferTargets }, ({ ctx, body }) =>
  saveTargets(ctx, body),
);
