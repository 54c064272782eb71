import { recordAudit } from "@/lib/audit";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { unsafeInKeyDirectory } from "./unsafe-key-directory";

/** Ends an API key at once and for good. `not_found` for a key of another tenant and for one already revoked. */
export function revokeKey(ctx: Ctx, { id }: { id: Id }): Promise<void> {
  return unsafeInKeyDirectory(ctx, async (sql, directory) => {
    const revoked = await sql.run(
      `UPDATE api_keys SET revoked_at = $3::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid AND revoked_at IS NULL`,
      [ctx.tenantId, id, ctx.clock.now()],
    );
    if (revoked === 0) throw new AppError("not_found", "There is no such key.");
    await directory.remove(id);
    await recordAudit(sql, ctx, { action: "key.revoked", subject: { kind: "api_key", id } });
  });
}
