import { IdParams } from "@/lib/http";
import { resendInvitation } from "@/lib/members";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "members.manage", params: IdParams, limit: { burst: 10, perSeconds: 600 } },
  ({ ctx, params }) => resendInvitation(ctx, params),
);
