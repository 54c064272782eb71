import { markRead } from "@/lib/notifications";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "events.read" }, ({ ctx }) => markRead(ctx));
