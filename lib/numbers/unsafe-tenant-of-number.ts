import { unsafePlatformSql } from "@/lib/db";

/** The tenant that owns a number of a carrier, for webhooks that name only the number; null when nobody does. */
export async function unsafeTenantOfNumber(carrier: string, e164: string): Promise<string | null> {
  const row = await unsafePlatformSql("a webhook on a shared URL names only its number", (sql) =>
    sql.one<{ tenant_id: string }>(
      "SELECT tenant_id FROM number_directory WHERE carrier = $1 AND e164 = $2",
      [carrier, e164],
    ),
  );
  return row?.tenant_id ?? null;
}
