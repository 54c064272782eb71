import { rotateCredentials } from "@/lib/connections";
import { Rotation } from "@/lib/connections/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "connections.manage", params: IdParams, body: Rotation, limit: { burst: 10, perSeconds: 60 } },
  ({ ctx, params, body }) => rotateCredentials(ctx, params.id, body),
);
