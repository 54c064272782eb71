import { testConnection } from "@/lib/connections";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "connections.manage", params: IdParams, limit: { burst: 20, perSeconds: 60 } },
  ({ ctx, params }) => testConnection(ctx, params.id),
);
