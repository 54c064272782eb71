import { IdParams } from "@/lib/http";
import { readBusiness } from "@/lib/platform";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin", params: IdParams }, ({ ctx, params }) =>
  readBusiness(ctx, params.id),
);
