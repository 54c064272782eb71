import { type ConnectionTest, listConnections, testConnection } from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { type AccountNumber, listAccountNumbers } from "@/lib/numbers";
import type { UpstreamTest } from "./schema";

/**
 * Tests an account that is named by its provider (`TwilioProvider`) or its id: lists its numbers, or asks the carrier
 * whether its credentials work. `not_found` when nothing of that name is connected.
 */
export async function testIntegration(
  ctx: Ctx,
  { integration, operation }: UpstreamTest,
): Promise<ConnectionTest | { data: AccountNumber[] }> {
  const provider = integration.replace(/Provider$/, "").toLowerCase();
  const own = (await listConnections(ctx)).filter(({ id }) => id !== null);
  const named = own.find(({ id, carrier }) => id === integration || carrier === provider);
  if (!named?.id) throw new AppError("not_found", "No account of this name is connected.");
  if (operation !== "listPhoneNumbers") return testConnection(ctx, named.id);
  return { data: await listAccountNumbers(ctx, { carrier: named.carrier, connectionId: named.id }) };
}
