import { publishFlow } from "@/lib/flows";
import { NewVersion } from "@/lib/flows/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "flows.manage", params: IdParams, body: NewVersion, status: 201 },
  ({ ctx, params, body }) => publishFlow(ctx, params.id, body),
);
