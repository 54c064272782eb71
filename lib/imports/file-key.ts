import type { Ctx } from "@/lib/kernel/context";
import type { StorageKey } from "@/lib/storage";

/** Where the file of an import lies. */
export function fileKey(ctx: Pick<Ctx, "tenantId">, id: string): StorageKey {
  return { tenantId: ctx.tenantId, name: `imports/${id}/source.csv` };
}
