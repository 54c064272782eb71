import { searchNumbers } from "@/lib/numbers";
import { NumberQuery } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "numbers.read", query: NumberQuery, limit: { burst: 30, perSeconds: 60 } },
  async ({ ctx, query }) => ({ ...(await searchNumbers(ctx, query)), nextCursor: null }),
);
