import { type Disconnection, listConnections } from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { disconnectAccount } from "./disconnect-account";

/** Disconnects the account that the caller uses with a carrier: their own, else the business's. */
export async function disconnectCarrier(ctx: Ctx, input: { carrier: string }): Promise<Disconnection> {
  const own = (await listConnections(ctx)).filter((one) => one.carrier === input.carrier && one.id !== null);
  const chosen = own.find((one) => one.scope === "user") ?? own[0];
  if (!chosen?.id) throw new AppError("not_found", "No account of this carrier is connected.");
  return disconnectAccount(ctx, { id: chosen.id });
}
