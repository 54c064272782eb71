import { type CarrierName, isCarrierName } from "@/lib/carriers";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { ConnectionSettings } from "./schema";
import { unsealFields } from "./seal-fields";

/** A connection's row with its secrets opened; replaced ones too. Never leaves this folder. */
export type LoadedConnection = {
  id: string;
  carrier: CarrierName;
  userId: string | null;
  label: string;
  accountId: string;
  status: string;
  settings: ConnectionSettings;
  fields: Record<string, string>;
};

/** A connection of the tenant that was not disconnected; `not_found` otherwise. */
export function loadConnection(ctx: Ctx, id: string): Promise<LoadedConnection> {
  return withTenantSql(ctx, (sql) => loadConnectionIn(sql, ctx, id));
}

/** {@link loadConnection} inside a running transaction; `forUpdate` keeps others from changing it until commit. */
export async function loadConnectionIn(
  sql: Sql,
  ctx: Ctx,
  id: string,
  forUpdate = false,
): Promise<LoadedConnection> {
  const row = isId(id)
    ? await sql.one<Omit<LoadedConnection, "fields" | "carrier"> & { carrier: string; sealed: unknown }>(
        `SELECT id, carrier, user_id AS "userId", label, account_id AS "accountId", status, settings, sealed
           FROM connections WHERE tenant_id = $1::uuid AND id = $2::uuid AND status <> 'disconnected' ${forUpdate ? "FOR UPDATE" : ""}`,
        [ctx.tenantId, id],
      )
    : null;
  if (!row || !isCarrierName(row.carrier))
    throw new AppError("not_found", "There is no such connection, or it was disconnected.");
  const { sealed, carrier, ...rest } = row;
  const fields = unsealFields({ tenantId: ctx.tenantId, id: row.id }, sealed);
  return { ...rest, carrier, settings: ConnectionSettings.parse(row.settings), fields };
}
