import { readPeaks } from "@/lib/calls";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read", params: IdParams }, ({ ctx, params }) =>
  readPeaks(ctx, params),
);
