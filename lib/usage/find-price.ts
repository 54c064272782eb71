import type { Sql } from "@/lib/db";
import type { UsageOrder } from "./schema";

/** What a unit costs by the price list; `isListed` false: nobody has entered a price, so it counts as nothing. */
export type FoundPrice = { micros: number; currency: string; isListed: boolean };

type Asked = Pick<UsageOrder, "kind" | "direction" | "carrier" | "address">;

/** The price of the longest prefix that fits. Inside the caller's transaction. */
export async function findPrice(sql: Sql, { carrier, kind, direction, address }: Asked): Promise<FoundPrice> {
  const row = await sql.one<{ micros: number; currency: string }>(
    `SELECT micros::float8 AS micros, currency FROM prices
      WHERE carrier = $1 AND kind = $2 AND direction = $3 AND starts_with($4, prefix) ORDER BY length(prefix) DESC LIMIT 1`,
    [carrier, kind, direction, address.replace(/^whatsapp:/, "")],
  );
  return row ? { ...row, isListed: true } : { micros: 0, currency: "USD", isListed: false };
}
