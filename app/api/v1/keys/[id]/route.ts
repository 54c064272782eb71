import { IdParams } from "@/lib/http";
import { revokeKey } from "@/lib/keys";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "keys.manage", params: IdParams }, ({ ctx, params }) =>
  revokeKey(ctx, params),
);
