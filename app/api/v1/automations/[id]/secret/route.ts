import { readWebhookSecret } from "@/lib/automations";
import { IdParams } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "automations.manage", params: IdParams }, ({ ctx, params }) =>
  readWebhookSecret(ctx, params.id),
);
