import { IdParams } from "@/lib/http";
import { listNumbersOfAccount } from "@/lib/setup";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "connections.manage", params: IdParams }, async ({ ctx, params }) => ({
  data: await listNumbersOfAccount(ctx, params.id),
  nextCursor: null,
}));
