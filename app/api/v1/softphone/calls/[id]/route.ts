import { readOwnCall } from "@/lib/softphone";
import { CarrierCallParams } from "@/lib/softphone/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "softphone.use", params: CarrierCallParams }, ({ ctx, params }) =>
  readOwnCall(ctx, params.id),
);
