import { unsafePlatformSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { leastIdSince } from "./least-id";

/**
 * How many webhooks to a tenant's addresses were refused in the last day because of their signature. Unsafe: the security
 * log belongs to the platform, since nothing in it is proven; the path alone says whom it was meant for.
 */
export async function unsafeCountRefusals(ctx: Ctx, carrier: string, slug: string): Promise<number> {
  const row = await unsafePlatformSql("refused webhooks belong to no tenant", (sql) =>
    sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM security_events WHERE id >= $1::uuid AND kind = 'webhook.refused'
          AND starts_with(detail ->> 'path', $2) AND detail ->> 'what' = 'signature'`,
      [leastIdSince(ctx.clock, 1), `/api/${carrier}/${slug}/`],
    ),
  );
  return row?.count ?? 0;
}
