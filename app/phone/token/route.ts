import { issueToken } from "@/lib/softphone";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "softphone.use", limit: { burst: 20, perSeconds: 60 } }, ({ ctx }) =>
  issueToken(ctx),
);
