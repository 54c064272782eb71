import { IdParams } from "@/lib/http";
import { revokeInvitation } from "@/lib/members";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "members.manage", params: IdParams }, ({ ctx, params }) =>
  revokeInvitation(ctx, params),
);
