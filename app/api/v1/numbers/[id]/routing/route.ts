import { IdParams } from "@/lib/http";
import { repairNumber } from "@/lib/numbers";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "numbers.manage", params: IdParams }, ({ ctx, params }) =>
  repairNumber(ctx, params.id),
);
