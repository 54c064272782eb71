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
  let count = await rewrapPlatform();
  for (const row of rows) count += await rewrapRow(row);
  return count;
}

/** The platform's own accounts are few: all are looked at. */
async function rewrapPlatform(): Promise<number> {
  const rows = await unsafePlatformSql("a sealing key is everybody's", (sql) =>
    sql.rows<{ id: string; sealed: Record<string, string> }>("SELECT id, sealed FROM platform_connections"),
  );
  let count = 0;
  for (const { id, sealed } of rows) {
    const next = rewrapped({ tenantId: null, id }, sealed);
    if (next)
      count += await unsafePlatformSql("a sealing key is everybody's", (sql) =>
        sql.run(
          "UPDATE platform_connections SET sealed = $2::jsonb WHERE id = $1::uuid AND sealed = $3::jsonb",
          [...[id, JSON.stringify(next), JSON.stringify(sealed)]],
        ),
      );
  }
  return count;
}

async function rewrapRow(row: {
  tenant_id: string;
  id: string;
  sealed: Record<string, string>;
}): Promise<number> {
  const next = rewrapped({ tenantId: unsafeTenantId(row.tenant_id), id: row.id }, row.sealed);
  if (!next) return 0;
  return unsafePlatformSql("a sealing key is everybody's", (sql) =>
    sql.run(
      "UPDATE connections SET sealed = $3::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid AND sealed = $4::jsonb",
      [row.tenant_id, row.id, JSON.stringify(next), JSON.stringify(row.sealed)],
    ),
  );
}

/** The same secrets under the current key; null when they have it. */
function rewrapped(
  place: Parameters<typeof placeOf>[0],
  sealed: Record<string, string>,
): Record<string, string> | null {
  const keyring = processKeyring();
  const isOld = Object.values(sealed).some((text) => keyVersionOf(text) !== keyring.current.version);
  if (!isOld) return null;
  return Object.fromEntries(
    Object.entries(sealed).map(([field, text]) => [
      field,
      rewrap(keyring, placeOf(place, field), text) ?? text,
    ]),
  );
}
