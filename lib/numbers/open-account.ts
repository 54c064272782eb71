import type { CarrierName } from "@/lib/carriers";
import { type OpenConnection, openConnection, platformConnection, requireCarrier } from "@/lib/connections";
import { env } from "@/lib/env";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { readTenant } from "@/lib/tenants";

/** Whose account numbers come from. demo: nobody connected one, so the shop shows labelled examples. */
export type NumberSource = "own" | "platform" | "simulator" | "demo";

/** An account that numbers are looked for in, bought with, and held by. */
export type NumberAccount = { carrier: CarrierName; source: NumberSource; opened: OpenConnection | null };

/** Opens the account that was named: a connection of the tenant, or (null) the platform's. `not_found` for a foreign one. */
export async function openAccount(
  ctx: Ctx,
  input: { carrier: string; connectionId: string | null },
): Promise<NumberAccount> {
  const carrier = requireCarrier(input.carrier);
  const opened =
    input.connectionId === null
      ? await platformConnection(carrier, await readTenant(ctx))
      : await openConnection(ctx, { carrier, connectionId: input.connectionId });
  if (input.connectionId !== null && opened?.id !== input.connectionId)
    throw new AppError("not_found", "There is no such connection.");
  return { carrier, source: sourceOf(opened), opened };
}

function sourceOf(opened: OpenConnection | null): NumberSource {
  if (!opened) return "demo";
  if (opened.connection.apiBaseUrl?.startsWith(env.simulatorUrl) && env.simulatorMode) return "simulator";
  return opened.id === null ? "platform" : "own";
}
