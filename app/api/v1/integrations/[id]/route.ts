import { IdParams } from "@/lib/http";
import { disconnectAccount } from "@/lib/setup";
import { DisconnectQuery } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const DELETE = route(
  { can: "connections.manage", params: IdParams, query: DisconnectQuery },
  ({ ctx, params, query }) => disconnectAccount(ctx, { id: params.id, isForced: query.force }),
);
