import { IdParams } from "@/lib/http";
import { releaseNumber, undoRelease } from "@/lib/numbers";
import { NumberRelease } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "numbers.manage", params: IdParams, body: NumberRelease },
  ({ ctx, params, body }) => releaseNumber(ctx, params.id, body),
);

export const DELETE = route({ can: "numbers.manage", params: IdParams }, ({ ctx, params }) =>
  undoRelease(ctx, params.id),
);
