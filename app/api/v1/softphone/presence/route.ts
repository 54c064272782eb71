import { keepPresence } from "@/lib/presence";
import { PresenceNews } from "@/lib/presence/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "softphone.use", body: PresenceNews }, ({ ctx, body }) =>
  keepPresence(ctx, body),
);
