import { listNeeds } from "@/lib/dashboard";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "conversations.read" }, ({ ctx }) => listNeeds(ctx));
