import { type ConnectionView, listConnections } from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** A connection of the tenant as settings show it; `not_found` for a foreign or disconnected one. */
export async function requireConnection(ctx: Ctx, id: string): Promise<ConnectionView> {
  const found = (await listConnections(ctx)).find((one) => one.id === id);
  if (!found) throw new AppError("not_found", "There is no such connection, or it was disconnected.");
  return found;
}
