import { readToday } from "@/lib/dashboard";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read" }, ({ ctx }) => readToday(ctx));
