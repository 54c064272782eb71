import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { judgeMemberChange, memberRefusals } from "./rules";
import type { MemberChange } from "./schema";
import { unsafeChangeMember } from "./unsafe-change-member";

/**
 * Changes a member's role, or disables or enables them. Their sessions in this business end at once. `forbidden` for
 * what is above one's own role, `refused` for oneself and for the last owner.
 */
export function changeMember(ctx: Ctx, { id, change }: { id: Id; change: MemberChange }): Promise<void> {
  return unsafeChangeMember(ctx, id, change, (member) => {
    const refusal = judgeMemberChange(ctx.actor, member, change);
    if (refusal === "above_you") throw new AppError("forbidden", memberRefusals[refusal]);
    if (refusal) throw new AppError("refused", memberRefusals[refusal], { details: { reason: refusal } });
  });
}
