import { readBoard } from "@/lib/notifications";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "events.read" }, ({ ctx }) => readBoard(ctx));
