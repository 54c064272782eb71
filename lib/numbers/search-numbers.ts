import { type AvailableNumber, carrier } from "@/lib/carriers";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { demoStock } from "./demo-stock";
import { type NumberSource, openAccount } from "./open-account";
import type { NumberQuery } from "./schema";
import { unsafeTenantOfNumber } from "./unsafe-tenant-of-number";

/** Numbers for sale, and whose account would buy them. */
export type NumberOffers = { source: NumberSource; data: AvailableNumber[] };

/** Looks into a carrier's shop. Without any account it shows labelled examples; `carrier_error` when the carrier is away. */
export async function searchNumbers(ctx: Ctx, query: NumberQuery): Promise<NumberOffers> {
  const {
    carrier: name,
    source,
    opened,
  } = await openAccount(ctx, {
    carrier: query.carrier,
    connectionId: query.connectionId ?? null,
  });
  if (!opened) return { source, data: await freeOnly(query) };
  const { numbers, description } = carrier(name);
  if (!numbers) throw new AppError("refused", `${description.label} sells no numbers.`);
  const { country, kind, areaCode, contains, locality, sms, voice, mms } = query;
  const data = await numbers.search(opened.connection, {
    ...{ country, kind, limit: 30 },
    ...(areaCode ? { areaCode } : {}),
    ...(contains ? { contains } : {}),
    ...(locality ? { locality } : {}),
    needs: { ...(sms ? { sms } : {}), ...(voice ? { voice } : {}), ...(mms ? { mms } : {}) },
  });
  return { source, data };
}

/** The examples that no business on this installation has taken yet. */
async function freeOnly(query: NumberQuery): Promise<AvailableNumber[]> {
  const stock = demoStock(query);
  const holders = await Promise.all(stock.map(({ e164 }) => unsafeTenantOfNumber(query.carrier, e164)));
  return stock.filter((_, index) => holders[index] === null);
}
