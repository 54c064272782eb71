import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { TenantSettings } from "./schema";

/** A business as the program sees it, its settings filled up with defaults. */
export type TenantView = {
  id: Id;
  slug: string;
  name: string;
  status: "active" | "suspended";
  timezone: string;
  country: string;
  locale: string;
  currency: string;
  isDemo: boolean;
  createdAt: Date;
  settings: TenantSettings;
};

/** The tenant of the context. */
export function readTenant(ctx: Pick<Ctx, "tenantId">): Promise<TenantView> {
  return withTenantSql(ctx, (sql) => readTenantIn(sql, ctx));
}

/** {@link readTenant} inside a running transaction; `forUpdate` keeps others from changing it until commit. */
export async function readTenantIn(
  sql: Sql,
  ctx: Pick<Ctx, "tenantId">,
  forUpdate = false,
): Promise<TenantView> {
  const row = await sql.one<Omit<TenantView, "settings"> & { settings: unknown }>(
    `SELECT id, slug, name, status, timezone, country, locale, currency, is_demo AS "isDemo", created_at AS "createdAt", settings
       FROM tenants WHERE id = $1::uuid ${forUpdate ? "FOR UPDATE" : ""}`,
    [ctx.tenantId],
  );
  if (!row) throw new AppError("not_found", "This business does not exist any more.");
  return { ...row, settings: TenantSettings.parse(row.settings) };
}
