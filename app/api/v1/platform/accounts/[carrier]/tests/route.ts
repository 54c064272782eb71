import { testPlatformAccount } from "@/lib/connections";
import { CarrierParams } from "@/lib/platform/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "super_admin", params: CarrierParams }, ({ ctx, params }) =>
  testPlatformAccount(ctx, params.carrier),
);
