import { IdParams } from "@/lib/http";
import { removePrice } from "@/lib/platform";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "super_admin", params: IdParams }, ({ ctx, params }) =>
  removePrice(ctx, params.id),
);
