import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { issueToken } from "./issue-token";
import type { CallerNumber, RegisteredDevice } from "./schema";

/** A token together with the numbers that its bearer may call from. */
export async function registerDevice(ctx: Ctx): Promise<RegisteredDevice> {
  const [token, numbers] = await Promise.all([issueToken(ctx), listOwnNumbers(ctx)]);
  return { ...token, numbers };
}

/** The business's active numbers that can call. */
export function listOwnNumbers(ctx: Ctx): Promise<CallerNumber[]> {
  return withTenantSql(ctx, (sql) =>
    sql.rows<CallerNumber>(
      `SELECT id, e164, label FROM numbers WHERE tenant_id = $1::uuid AND status = 'active' AND 'voice' = ANY(capabilities)
        ORDER BY created_at, id`,
      [ctx.tenantId],
    ),
  );
}
