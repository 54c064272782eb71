import { takeCaller } from "@/lib/calls";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "softphone.use", params: IdParams }, ({ ctx, params }) =>
  takeCaller(ctx, { queueId: params.id }),
);
