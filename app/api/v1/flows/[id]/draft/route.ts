import { saveDraft } from "@/lib/flows";
import { FlowDraft } from "@/lib/flows/schema";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "flows.manage", params: IdParams, body: FlowDraft },
  ({ ctx, params, body }) => saveDraft(ctx, params.id, body),
);
