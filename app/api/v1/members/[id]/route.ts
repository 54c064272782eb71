import { IdParams } from "@/lib/http";
import { changeMember } from "@/lib/members";
import { MemberChange } from "@/lib/members/schema";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "members.manage", params: IdParams, body: MemberChange },
  ({ ctx, params, body }) => changeMember(ctx, { id: params.id, change: body }),
);
