import type { Ctx } from "@/lib/kernel/context";
import type { StorageKey } from "@/lib/storage";

/** Where a file of a message lies in the storage: under its tenant, named by its own id. */
export function mediaKey(ctx: Ctx, mediaId: string): StorageKey {
  return { tenantId: ctx.tenantId, name: `media/${mediaId}` };
}
