import { registerDevice } from "@/lib/softphone";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "softphone.use", limit: { burst: 20, perSeconds: 60 } }, ({ ctx }) =>
  registerDevice(ctx),
);
