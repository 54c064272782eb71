import { listRuns } from "@/lib/automations";
import { RunsQuery } from "@/lib/automations/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route(
  { can: "automations.manage", params: IdParams, query: RunsQuery },
  ({ ctx, params, query }) => listRuns(ctx, { id: params.id, ...query }),
);
