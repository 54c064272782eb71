import { IdParams } from "@/lib/http";
import { changeLimits } from "@/lib/platform";
import { LimitsChange } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "super_admin", params: IdParams, body: LimitsChange },
  ({ ctx, params, body }) => changeLimits(ctx, params.id, body),
);
