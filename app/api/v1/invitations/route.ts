import { inviteMember, listInvitations } from "@/lib/members";
import { NewInvitation } from "@/lib/members/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "members.manage" }, async ({ ctx }) => ({
  data: await listInvitations(ctx),
  nextCursor: null,
}));

export const POST = route(
  { can: "members.manage", body: NewInvitation, status: 201, limit: { burst: 30, perSeconds: 600 } },
  ({ ctx, body }) => inviteMember(ctx, body),
);
