import { IdParams } from "@/lib/http";
import { repairNumber } from "@/lib/numbers";
import { routeCalls } from "@/lib/setup";
import { CallRouting } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", params: IdParams }, ({ ctx, params }) =>
  repairNumber(ctx, params.id),
);

export const PUT = route(
  { can: "numbers.manage", params: IdParams, body: CallRouting },
  ({ ctx, params, body }) => routeCalls(ctx, params.id, body),
);
