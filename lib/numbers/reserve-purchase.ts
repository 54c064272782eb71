import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { readTenantIn } from "@/lib/tenants";
import type { NumberOrder } from "./schema";

/** A purchase on its way. `isRepeat`: the carrier was asked before and its answer got lost: look before buying. */
export type Purchase = { id: string; isRepeat: boolean };

export type PurchasePrice = { monthly: number; setup: number; currency: string } | undefined;

// Longer than any request to a carrier may take.
const claimSeconds = 45;

/**
 * Reserves a purchase against the tenant's limits, one at a time per tenant, so that any number of them at once cannot
 * pass the cap. `refused` at the limit, `conflict` while the same number is being bought.
 */
export function reservePurchase(ctx: Ctx, order: NumberOrder, price: PurchasePrice): Promise<Purchase> {
  return withTenantSql(ctx, async (sql) => {
    await sql.rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [
      `numbers:${ctx.tenantId}`,
    ]);
    const open = await findOpen(sql, ctx, order);
    if (open) return repeat(sql, ctx, open);
    if (order.connectionId === null) await requireRoom(sql, ctx, price);
    const id = newId();
    await sql.run(
      `INSERT INTO number_purchases (tenant_id, id, e164, carrier, connection_id, monthly_price, setup_price, currency, created_at, updated_at)
       VALUES ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6::numeric, $7::numeric, $8, $9::timestamptz, $9::timestamptz)`,
      [
        ...[ctx.tenantId, id, order.e164, order.carrier, order.connectionId],
        ...[price?.monthly ?? null, price?.setup ?? null, price?.currency ?? null, ctx.clock.now()],
      ],
    );
    return { id, isRepeat: false };
  });
}

type Open = { id: string; state: string; age: number };

function findOpen(sql: Sql, ctx: Ctx, { carrier, e164 }: NumberOrder): Promise<Open | null> {
  return sql.one<Open>(
    `SELECT id, state, extract(epoch FROM $4::timestamptz - updated_at)::float8 AS age FROM number_purchases
      WHERE tenant_id = $1::uuid AND carrier = $2 AND e164 = $3 AND state IN ('reserved', 'unknown')`,
    [ctx.tenantId, carrier, e164, ctx.clock.now()],
  );
}

async function repeat(sql: Sql, ctx: Ctx, open: Open): Promise<Purchase> {
  if (open.state === "reserved" && open.age < claimSeconds)
    throw new AppError("conflict", "This number is being bought right now. Look again in a moment.");
  await sql.run(
    "UPDATE number_purchases SET state = 'reserved', updated_at = $3::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
    [ctx.tenantId, open.id, ctx.clock.now()],
  );
  return { id: open.id, isRepeat: true };
}

/** Numbers through the platform's account count against the tenant's limits, those on their way included. */
async function requireRoom(sql: Sql, ctx: Ctx, price: PurchasePrice): Promise<void> {
  const { limits } = (await readTenantIn(sql, ctx)).settings;
  const row = await sql.one<{ count: number; monthly: number }>(
    `SELECT (SELECT count(*) FROM numbers WHERE tenant_id = $1::uuid AND connection_id IS NULL AND status = 'active' AND NOT is_demo)::int
          + (SELECT count(*) FROM number_purchases WHERE tenant_id = $1::uuid AND connection_id IS NULL AND state IN ('reserved', 'unknown'))::int AS count,
            (SELECT coalesce(sum(p.monthly_price), 0) FROM number_purchases p LEFT JOIN numbers n ON n.tenant_id = p.tenant_id AND n.id = p.number_id
              WHERE p.tenant_id = $1::uuid AND p.connection_id IS NULL AND p.currency = $2
                AND (p.state IN ('reserved', 'unknown') OR (p.state = 'bought' AND n.status = 'active')))::float8 AS monthly`,
    [ctx.tenantId, price?.currency ?? ""],
  );
  if ((row?.count ?? 0) >= limits.numberCap)
    throw capReached(
      `This business may have ${limits.numberCap} numbers through the installation's account, and has them. Release one, connect an account of your own, or ask the administrator for more.`,
    );
  if (price && (row?.monthly ?? 0) + price.monthly > limits.monthlyNumberCap)
    throw capReached(
      `With this number the monthly rent would pass this business's limit of ${limits.monthlyNumberCap} ${price.currency}. Release one, or ask the administrator for more.`,
    );
}

function capReached(sentence: string): AppError {
  return new AppError("refused", sentence, { details: { code: "cap_reached" } });
}

/** Writes down what became of a purchase. */
export function settlePurchase(
  ctx: Ctx,
  id: string,
  now: {
    state: "bought" | "failed" | "unknown";
    numberId?: string;
    problem?: { code: string; sentence: string };
  },
): Promise<number> {
  return withTenantSql(ctx, (sql) =>
    sql.run(
      `UPDATE number_purchases SET state = $3, number_id = coalesce($4::uuid, number_id), problem = $5::jsonb, updated_at = $6::timestamptz
        WHERE tenant_id = $1::uuid AND id = $2::uuid`,
      [
        ...[ctx.tenantId, id, now.state, now.numberId ?? null],
        ...[now.problem ? JSON.stringify(now.problem) : null, ctx.clock.now()],
      ],
    ),
  );
}
