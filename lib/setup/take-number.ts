import { listConnections } from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { buyNumber, type Imported, importNumber } from "@/lib/numbers";
import type { PhoneOrder } from "./schema";

/** Buys a number of a carrier through the account that the business uses: its own, else the installation's. */
export async function buyPhone(ctx: Ctx, carrier: string, order: PhoneOrder): Promise<Imported> {
  return buyNumber(ctx, await placeOf(ctx, carrier, order));
}

/** Takes over a number that the business's own account has already. */
export async function importPhone(ctx: Ctx, carrier: string, order: PhoneOrder): Promise<Imported> {
  return importNumber(ctx, await placeOf(ctx, carrier, order));
}

async function placeOf(ctx: Ctx, carrier: string, { phoneNumber, friendlyName }: PhoneOrder) {
  const own = (await listConnections(ctx)).filter((one) => one.carrier === carrier && one.id !== null);
  const chosen = own.find(({ scope }) => scope === "tenant") ?? own[0];
  const label = friendlyName ? { label: friendlyName } : {};
  return { carrier, connectionId: chosen?.id ?? null, e164: phoneNumber, ...label };
}
