import { acceptInvitation } from "@/lib/members";
import { Acceptance } from "@/lib/members/schema";
import { route } from "@/lib/wiring/route";

export const POST = route(
  { can: "public", body: Acceptance, status: 201, limit: { burst: 20, perSeconds: 600 } },
  ({ ctx, body }) => acceptInvitation(ctx, body),
);
