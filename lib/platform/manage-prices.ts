import { recordPlatform } from "@/lib/audit";
import { isCarrierName } from "@/lib/carriers";
import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/ids";
import type { PriceInput, PriceRow } from "./schema";

const why = "prices belong to no tenant";
const columns = `id, carrier, kind, direction, prefix, micros::float8 AS micros, currency, is_example AS "isExample", updated_at AS "updatedAt"`;

/** The whole price list. */
export function listPrices(_person: Person): Promise<PriceRow[]> {
  return unsafePlatformSql(why, (sql) =>
    sql.rows<PriceRow>(`SELECT ${columns} FROM prices ORDER BY carrier, kind, direction, prefix`),
  );
}

/** Adds a price or changes the one for the same thing; it counts from the next text, call or month on. */
export async function savePrice(person: Person, input: PriceInput): Promise<{ id: string }> {
  if (!isCarrierName(input.carrier)) throw new AppError("invalid_input", "There is no such carrier.");
  return unsafePlatformSql(why, async (sql) => {
    const key = [input.carrier, input.kind, input.direction, input.prefix];
    const before = await sql.one<PriceRow>(
      `SELECT ${columns} FROM prices WHERE carrier = $1 AND kind = $2 AND direction = $3 AND prefix = $4 FOR UPDATE`,
      key,
    );
    const row = await sql.one<{ id: string }>(
      `INSERT INTO prices (id, carrier, kind, direction, prefix, micros, currency, is_example, updated_at)
       VALUES ($1::uuid, $2, $3, $4, $5, $6::bigint, $7, false, $8::timestamptz)
       ON CONFLICT (carrier, kind, direction, prefix) DO UPDATE SET micros = excluded.micros, currency = excluded.currency,
         is_example = false, updated_at = excluded.updated_at RETURNING id`,
      [newId(), ...key, input.micros, input.currency, person.clock.now()],
    );
    const id = row?.id ?? "";
    await recordPlatform(sql, person, {
      ...{ action: "price.saved", subject: { kind: "price", id } },
      detail: { of: key.join(" ").trim(), before: amountOf(before), after: amountOf(input) },
    });
    return { id };
  });
}

/** Takes a price out of the list; the next shorter prefix counts then. */
export async function removePrice(person: Person, id: string): Promise<void> {
  if (!isId(id)) throw new AppError("not_found", "There is no such price.");
  await unsafePlatformSql(why, async (sql) => {
    const gone = await sql.one<PriceRow>(`DELETE FROM prices WHERE id = $1::uuid RETURNING ${columns}`, [id]);
    if (!gone) throw new AppError("not_found", "There is no such price.");
    const { carrier, kind, direction, prefix } = gone;
    await recordPlatform(sql, person, {
      ...{ action: "price.removed", subject: { kind: "price", id } },
      detail: { of: `${carrier} ${kind} ${direction} ${prefix}`.trim(), before: amountOf(gone), after: null },
    });
  });
}

function amountOf(price: Pick<PriceInput, "micros" | "currency"> | null): string | null {
  return price && `${price.micros / 1_000_000} ${price.currency}`;
}
