import { recordAudit } from "@/lib/audit";
import { hashToken } from "@/lib/crypto";
import type { Ctx } from "@/lib/kernel/context";
import { type Id, newId } from "@/lib/kernel/ids";
import { makeKey } from "./rules";
import type { NewKey } from "./schema";
import { unsafeInKeyDirectory } from "./unsafe-key-directory";

/**
 * Makes an API key. The plain key is returned this once and stored nowhere.
 * @param given the key's own text, for the demo world, whose keys are published
 */
export function createKey(ctx: Ctx, input: NewKey, given?: string): Promise<{ id: Id; key: string }> {
  const key = given ?? makeKey();
  const id = newId();
  return unsafeInKeyDirectory(ctx, async (sql, directory) => {
    await sql.run(
      `INSERT INTO api_keys (tenant_id, id, name, last_four, scopes, created_by, created_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5::text[], $6::uuid, $7::timestamptz)`,
      [ctx.tenantId, id, input.name, key.slice(-4), input.scopes, creator(ctx), ctx.clock.now()],
    );
    await directory.add(hashToken(key), id);
    await recordAudit(sql, ctx, {
      action: "key.created",
      subject: { kind: "api_key", id },
      detail: { scopes: input.scopes },
    });
    return { id, key };
  });
}

function creator(ctx: Ctx): Id | null {
  return ctx.actor.kind === "user" ? ctx.actor.userId : null;
}
