import { getFlow, removeFlow, renameFlow } from "@/lib/flows";
import { FlowChange } from "@/lib/flows/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read", params: IdParams }, ({ ctx, params }) =>
  getFlow(ctx, params.id),
);

export const PATCH = route(
  { can: "flows.manage", params: IdParams, body: FlowChange },
  ({ ctx, params, body }) => renameFlow(ctx, params.id, body),
);

export const DELETE = route({ can: "flows.manage", params: IdParams }, ({ ctx, params }) =>
  removeFlow(ctx, params.id),
);
