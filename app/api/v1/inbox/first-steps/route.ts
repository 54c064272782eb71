import { firstSteps } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read" }, ({ ctx }) => firstSteps(ctx));
