import { checkDestination } from "@/lib/softphone";
import { Destination } from "@/lib/softphone/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "softphone.use", body: Destination }, ({ ctx, body }) =>
  checkDestination(ctx, body),
);
