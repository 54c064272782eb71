import { keyVersionOf, processKeyring, rewrap } from "@/lib/crypto";
import { unsafePlatformSql } from "@/lib/db";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { placeOf } from "./seal-fields";

const batch = 100;

/**
 * Seals again with the current ENCRYPTION_KEY what an earlier one sealed, while everything goes on. Once it finds nothing
 * more, ENCRYPTION_KEY_PREVIOUS can go. A row that changes meanwhile is left for the next time.
 * @returns how many connections were sealed again
 */
export async function unsafeRewrapSecrets(): Promise<number> {
  const rows = await unsafePlatformSql("a sealing key is everybody's", (sql) =>
    sql.rows<{ tenant_id: string; id: string; sealed: Record<string, string> }>(
      'SELECT tenant_id, id, sealed FROM connections WHERE sealed::text !~ (\'^\\{("[^"]+": "v1\\.\' || $1 || \'\\.[^"]*"(, )?)*\\}$\') LIMIT $2',
      [processKeyring().current.version, batch],
    ),
  );
  let count = 0;
  for (const row of rows) count += await rewrapRow(row);
  return count;
}

async function rewrapRow(row: {
  tenant_id: string;
  id: string;
  sealed: Record<string, string>;
}): Promise<number> {
  const keyring = processKeyring();
  const place = { tenantId: unsafeTenantId(row.tenant_id), id: row.id };
  const isOld = Object.values(row.sealed).some((text) => keyVersionOf(text) !== keyring.current.version);
  if (!isOld) return 0;
  const next = Object.fromEntries(
    Object.entries(row.sealed).map(([field, text]) => [
      field,
      rewrap(keyring, placeOf(place, field), text) ?? text,
    ]),
  );
  return unsafePlatformSql("a sealing key is everybody's", (sql) =>
    sql.run(
      "UPDATE connections SET sealed = $3::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid AND sealed = $4::jsonb",
      [row.tenant_id, row.id, JSON.stringify(next), JSON.stringify(row.sealed)],
    ),
  );
}
