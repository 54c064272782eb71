import { verifyNumbers } from "@/lib/numbers";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "numbers.read", limit: { burst: 20, perSeconds: 60 } }, async ({ ctx }) => ({
  data: await verifyNumbers(ctx),
  nextCursor: null,
}));
