import { withTenantSql } from "@/lib/db";
import { livePosition } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";

/** Where the live stream stands. A page asks before it reads its data: nothing that happens after it is missed. */
export function readLivePosition(ctx: Ctx): Promise<string | null> {
  return withTenantSql(ctx, livePosition);
}
