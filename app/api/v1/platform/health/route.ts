import { readHealth } from "@/lib/platform";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin" }, ({ ctx }) => readHealth(ctx));
