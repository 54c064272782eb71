import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import type { FirstSteps } from "./schema";

/** Which of the first steps a business has taken, from what really is there. */
export async function firstSteps(ctx: Ctx): Promise<FirstSteps> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<FirstSteps>(
      `SELECT
         EXISTS (SELECT FROM connections WHERE tenant_id = $1::uuid)
           OR EXISTS (SELECT FROM numbers WHERE tenant_id = $1::uuid AND status = 'active') AS connection,
         EXISTS (SELECT FROM numbers WHERE tenant_id = $1::uuid AND status = 'active') AS number,
         EXISTS (SELECT FROM messages WHERE tenant_id = $1::uuid AND channel <> 'note') AS "firstText",
         EXISTS (SELECT FROM calls WHERE tenant_id = $1::uuid) AS "firstCall",
         EXISTS (SELECT FROM opening_hours WHERE tenant_id = $1::uuid) AS hours,
         (SELECT count(*) FROM members WHERE tenant_id = $1::uuid) > 1
           OR EXISTS (SELECT FROM invitations WHERE tenant_id = $1::uuid AND revoked_at IS NULL) AS invite,
         EXISTS (SELECT FROM receptionists WHERE tenant_id = $1::uuid AND greeting <> '') AS greeting`,
      [ctx.tenantId],
    ),
  );
  return (
    row ?? {
      connection: false,
      number: false,
      firstText: false,
      firstCall: false,
      hours: false,
      invite: false,
      greeting: false,
    }
  );
}
