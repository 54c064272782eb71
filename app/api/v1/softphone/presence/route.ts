import { PresenceNews } from "@/lib/presence/schema";
import { sayPresence } from "@/lib/softphone";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "softphone.use", body: PresenceNews }, ({ ctx, body }) =>
  sayPresence(ctx, body),
);
