import { listMembers } from "@/lib/members";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "members.read" }, async ({ ctx }) => ({
  data: await listMembers(ctx),
  nextCursor: null,
}));
