import { IdParams } from "@/lib/http";
import { getMessage } from "@/lib/inbox";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "messages.read", params: IdParams }, ({ ctx, params }) =>
  getMessage(ctx, params.id),
);
