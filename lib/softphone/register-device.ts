import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { issueToken } from "./issue-token";
import { openLine } from "./open-line";
import type { CallerNumber, RegisteredDevice } from "./schema";

/** A token together with the numbers that its bearer may call from. */
export async function registerDevice(ctx: Ctx): Promise<RegisteredDevice> {
  const token = await issueToken(ctx);
  const { opened } = await openLine(ctx);
  const numbers = await listOwnNumbers(ctx, opened.carrier);
  return { ...token, numbers };
}

/** The business's active numbers at the carrier that places the calls: no other one can be shown. */
function listOwnNumbers(ctx: Ctx, carrier: string): Promise<CallerNumber[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<CallerNumber>(
      `SELECT id, e164, label FROM numbers WHERE tenant_id = $1::uuid AND carrier = $2 AND status = 'active' AND 'voice' = ANY(capabilities)
        ORDER BY created_at, id`,
      [ctx.tenantId, carrier],
    ),
  );
}
