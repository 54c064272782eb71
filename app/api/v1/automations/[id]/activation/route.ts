import { switchAutomation } from "@/lib/automations";
import { Activation } from "@/lib/automations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "automations.manage", params: IdParams, body: Activation },
  ({ ctx, params, body }) => switchAutomation(ctx, { id: params.id, ...body }),
);
