import { IdParams } from "@/lib/http";
import { readSetup, setUpAccount } from "@/lib/setup";
import { SetupChoice } from "@/lib/setup/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "connections.manage", params: IdParams }, ({ ctx, params }) =>
  readSetup(ctx, params.id),
);

export const POST = route(
  { can: "connections.manage", params: IdParams, body: SetupChoice },
  ({ ctx, params, body }) => setUpAccount(ctx, params.id, body),
);
