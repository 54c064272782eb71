import { IdParams } from "@/lib/http";
import { showRing } from "@/lib/softphone";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "softphone.use", params: IdParams }, ({ ctx, params }) =>
  showRing(ctx, params.id),
);
