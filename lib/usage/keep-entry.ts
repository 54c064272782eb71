import type { Sql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import type { FoundPrice } from "./find-price";
import type { UsageOrder } from "./schema";

type Entry = { order: UsageOrder; price: FoundPrice; day: string; state: "reserved" | "settled" };

/** Writes an entry down; false when its subject has one. */
export async function keepEntry(sql: Sql, ctx: Ctx, { order, price, day, state }: Entry): Promise<boolean> {
  const now = ctx.clock.now();
  const written = await sql.run(
    `INSERT INTO usage_entries (tenant_id, id, subject, kind, direction, state, carrier, number_id, connection_id, day, units, unit_micros,
       micros, currency, source, created_at, settled_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::uuid, $9::uuid, $10::date, $11::int, $12::bigint, $13::bigint, $14, $15,
       $16::timestamptz, $17::timestamptz) ON CONFLICT (tenant_id, subject) DO NOTHING`,
    [
      ...[ctx.tenantId, newId(), order.subject, order.kind, order.direction, state, order.carrier],
      ...[order.numberId, order.connectionId, day, order.units, price.micros, order.units * price.micros],
      ...[price.currency, price.isListed ? "table" : "none", now, state === "settled" ? now : null],
    ],
  );
  return written === 1;
}
