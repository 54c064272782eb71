import { changeAutomation, getAutomation, removeAutomation } from "@/lib/automations";
import { AutomationChange } from "@/lib/automations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "automations.manage", params: IdParams }, ({ ctx, params }) =>
  getAutomation(ctx, params.id),
);

export const PUT = route(
  { can: "automations.manage", params: IdParams, body: AutomationChange },
  ({ ctx, params, body }) => changeAutomation(ctx, { id: params.id, ...body }),
);

export const DELETE = route({ can: "automations.manage", params: IdParams }, ({ ctx, params }) =>
  removeAutomation(ctx, params.id),
);
