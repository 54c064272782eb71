import { endSession } from "@/lib/auth";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "signed_in", params: IdParams }, ({ ctx, params }) =>
  endSession(ctx, params),
);
