import { rollBackFlow } from "@/lib/flows";
import { Publication } from "@/lib/flows/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "flows.manage", params: IdParams, body: Publication },
  ({ ctx, params, body }) => rollBackFlow(ctx, params.id, body),
);
