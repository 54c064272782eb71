import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** A number's row as verbs need it. */
export type OwnNumber = {
  id: string;
  e164: string;
  carrier: string;
  connectionId: string | null;
  carrierSid: string | null;
  label: string;
  isDemo: boolean;
};

/** The id of an active number of the tenant by E.164; null when it has no such number. */
export async function findOwnNumber(ctx: Ctx, e164: string): Promise<string | null> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<{ id: string }>(
      "SELECT id FROM numbers WHERE tenant_id = $1::uuid AND e164 = $2 AND status = 'active'",
      [ctx.tenantId, e164],
    ),
  );
  return row?.id ?? null;
}

/** An active number of the tenant by its id; `not_found` otherwise. */
export async function loadNumber(ctx: Ctx, id: string): Promise<OwnNumber> {
  const row = await withTenantSql(ctx, (sql) =>
    sql.one<OwnNumber>(
      `SELECT id, e164, carrier, connection_id AS "connectionId", carrier_sid AS "carrierSid", label, is_demo AS "isDemo"
         FROM numbers WHERE tenant_id = $1::uuid AND id = $2::uuid AND status = 'active'`,
      [ctx.tenantId, id],
    ),
  );
  if (!row) throw new AppError("not_found", "There is no such number.");
  return row;
}
