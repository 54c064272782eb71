import { processKeyring, rewrap } from "@/lib/crypto";
import { unsafePlatformSql } from "@/lib/db";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { placeOf } from "./engine/webhook-secret";

const batch = 500;

/** Seals webhook secrets again with the current ENCRYPTION_KEY that an earlier one sealed, so that the earlier one can go. */
export async function unsafeRewrapWebhookSecrets(): Promise<void> {
  const keyring = processKeyring();
  await unsafePlatformSql("a sealing key is everybody's", async (sql) => {
    const rows = await sql.rows<{ tenantId: string; id: string; sealed: string }>(
      `SELECT tenant_id AS "tenantId", id, sealed_secret AS sealed FROM automations
        WHERE sealed_secret IS NOT NULL AND sealed_secret NOT LIKE 'v1.' || $1 || '.%' LIMIT ${batch} FOR UPDATE`,
      [keyring.current.version],
    );
    for (const { tenantId, id, sealed } of rows)
      await sql.run(
        "UPDATE automations SET sealed_secret = $3 WHERE tenant_id = $1::uuid AND id = $2::uuid",
        [...[tenantId, id, rewrap(keyring, placeOf(unsafeTenantId(tenantId), id), sealed) ?? sealed]],
      );
  });
}
