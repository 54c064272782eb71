import type { Tx } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { DemoBusiness, MemberName, Story } from "./schema";

/** Ids that stories refer to. */
export type Cast = {
  numberId: string;
  teamId: string;
  members: Map<MemberName, { userId: string; memberId: string }>;
};

/** Where a line is written. */
export type Stage = {
  tx: Tx;
  ctx: Ctx;
  business: DemoBusiness;
  cast: Cast;
  story: Story;
  conversationId: string;
  customerId: string;
};
