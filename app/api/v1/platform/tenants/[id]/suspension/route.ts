import { IdParams } from "@/lib/http";
import { resumeBusiness, suspendBusiness } from "@/lib/platform";
import { Suspension } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "super_admin", params: IdParams, body: Suspension },
  ({ ctx, params, body }) => suspendBusiness(ctx, params.id, body),
);

export const DELETE = route({ can: "super_admin", params: IdParams }, ({ ctx, params }) =>
  resumeBusiness(ctx, params.id),
);
