import { removePlatformAccount, savePlatformAccount } from "@/lib/connections";
import { PlatformAccountInput } from "@/lib/connections/schema";
import { CarrierParams } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "super_admin", params: CarrierParams, body: PlatformAccountInput },
  ({ ctx, params, body }) => savePlatformAccount(ctx, params.carrier, body),
);

export const DELETE = route({ can: "super_admin", params: CarrierParams }, ({ ctx, params }) =>
  removePlatformAccount(ctx, params.carrier),
);
