import { z } from "zod";
import { IdParams } from "@/lib/http";
import { disconnectAccount } from "@/lib/setup";
import { route } from "@/lib/wiring/route";

const Query = z.object({ force: z.stringbool().default(false) });

export const DELETE = route(
  { can: "connections.manage", params: IdParams, query: Query },
  ({ ctx, params, query }) => disconnectAccount(ctx, { id: params.id, isForced: query.force }),
);
