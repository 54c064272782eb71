import { joinByInvitation } from "@/lib/members";
import { InvitationToken } from "@/lib/members/schema";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "signed_in", body: InvitationToken, status: 201 }, ({ ctx, body }) =>
  joinByInvitation(ctx, body),
);
