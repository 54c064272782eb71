import { IdParams } from "@/lib/http";
import { verifyNumber } from "@/lib/numbers";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "numbers.read", params: IdParams }, ({ ctx, params }) =>
  verifyNumber(ctx, params.id),
);
