import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findOwnMember } from "@/lib/presence";
import type { PhoneCard } from "./schema";
import { readCard } from "./show-ring";

/** The card of a call that one's own browser placed, by the carrier's id of it. */
export async function readOwnCall(ctx: Ctx, carrierCallId: string): Promise<PhoneCard> {
  const row = await withTenantSql(ctx, async (sql) =>
    sql.one<{ id: string }>(
      "SELECT id FROM calls WHERE tenant_id = $1::uuid AND carrier_call_id = $2 AND member_id = $3::uuid",
      [ctx.tenantId, carrierCallId, await findOwnMember(sql, ctx)],
    ),
  );
  if (!row) throw new AppError("not_found", "There is no such call of yours.");
  return readCard(ctx, row.id);
}
