import { carrier } from "@/lib/carriers";
import { withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { readTenant } from "@/lib/tenants";
import { loadConnectionIn } from "./load-connection";
import { type Made, settlementOf } from "./make-application";
import { claimObject, settleObject } from "./objects";
import { partReplaced } from "./replaced-secrets";
import { objectName } from "./rules";
import type { OpenConnection } from "./schema";
import { hintsOf, sealFields } from "./seal-fields";
import { tellOutcome } from "./tell-outcome";

/**
 * Makes the key that signs softphone tokens and seals its secret into the connection. A key whose answer was lost is
 * useless without its secret: it is found by its name and removed before another is made.
 */
export async function makeKey(ctx: Ctx, opened: OpenConnection & { id: string }): Promise<Made> {
  const { slug } = await readTenant(ctx);
  const name = objectName(slug, opened.id);
  const claimed = await claimObject(ctx, { connectionId: opened.id, kind: "key", name });
  if (claimed.state === "made" && claimed.sid) return { ok: true, sid: claimed.sid };
  const made = await replaceKey(ctx, opened, name, claimed.isFresh);
  await settleObject(ctx, claimed.id, settlementOf(made));
  return made;
}

async function replaceKey(
  ctx: Ctx,
  opened: OpenConnection & { id: string },
  name: string,
  isFresh: boolean,
): Promise<Made> {
  const { account } = carrier(opened.carrier);
  try {
    const lost = isFresh ? [] : await account.findKeys(opened.connection, name);
    for (const sid of lost) await account.removeKey(opened.connection, sid);
    const created = await account.createKey(opened.connection, name);
    if (created.outcome !== "accepted") return { ok: false, ...tellOutcome(opened.carrier, created) };
    await keepKey(ctx, opened.id, { apiKeySid: created.sid, apiKeySecret: created.secret });
    return { ok: true, sid: created.sid };
  } catch (error) {
    const why = error instanceof Error ? error.message : "no answer";
    return { ok: false, ...tellOutcome(opened.carrier, { outcome: "unknown", why }) };
  }
}

async function keepKey(ctx: Ctx, id: string, key: Record<string, string>): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    const before = await loadConnectionIn(sql, ctx, id, true);
    const fields = { ...before.fields, ...key };
    await sql.run(
      "UPDATE connections SET sealed = $3::jsonb, hints = $4::jsonb WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [
        ...[ctx.tenantId, id, JSON.stringify(sealFields({ tenantId: ctx.tenantId, id }, fields))],
        JSON.stringify(hintsOf(before.carrier, partReplaced(fields).inForce)),
      ],
    );
  });
}
