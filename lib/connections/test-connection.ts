import { carrier } from "@/lib/carriers";
import { withTenantSql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { apiBaseFor } from "./api-base";
import { type LoadedConnection, loadConnection } from "./load-connection";
import { partReplaced } from "./replaced-secrets";
import { tellCheck, type Verification } from "./verify-credentials";

/** What a test of a connection found; `balance` where the carrier tells. */
export type ConnectionTest = Verification & { balance?: { amount: number; currency: string } };

/** Asks the carrier whether a connection's credentials still work, and writes down what it says. */
export async function testConnection(ctx: Ctx, id: string): Promise<ConnectionTest> {
  const loaded = await loadConnection(ctx, id);
  const { account } = carrier(loaded.carrier);
  const connection = {
    credentials: partReplaced(loaded.fields).inForce,
    ...apiBaseFor(loaded.carrier, await readTenant(ctx)),
  };
  const found = tellCheck(loaded.carrier, await account.verify(connection));
  await keepVerdict(ctx, loaded, found);
  if (!found.ok) return found;
  const balance = await account.balance(connection).catch(() => null);
  return { ...found, ...(balance ? { balance } : {}) };
}

/** A carrier that cannot be reached says nothing about the credentials: the state stays as it was. */
async function keepVerdict(ctx: Ctx, before: LoadedConnection, found: Verification): Promise<void> {
  if (!found.ok && found.reason === "unreachable") return;
  const status = found.ok ? "active" : "broken";
  await withTenantSql(ctx, async (sql) => {
    await sql.run(
      `UPDATE connections SET status = $3, verified_at = CASE WHEN $3 = 'active' THEN $4::timestamptz ELSE verified_at END,
              settings = (settings - 'problem') || $5::jsonb
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND status IN ('active', 'broken')`,
      [
        ctx.tenantId,
        before.id,
        status,
        ctx.clock.now(),
        JSON.stringify(found.ok ? {} : { problem: found.sentence }),
      ],
    );
    if (before.status !== status)
      await emit(sql, ctx, { kind: "connection.changed", subject: {}, data: { id: before.id, status } });
  });
}
