import { examine } from "@/lib/doctor";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", limit: { burst: 10, perSeconds: 60 } }, ({ ctx }) =>
  examine(ctx),
);
