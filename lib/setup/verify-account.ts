import { type Verification, verifyCredentials } from "@/lib/connections";
import type { CredentialCheck } from "@/lib/connections/schema";
import type { Ctx } from "@/lib/kernel/context";
import { type AccountNumber, listAccountNumbers, listNumbersWith } from "@/lib/numbers";
import { requireConnection } from "./require-connection";

/** Checks credentials and, when they are good, lists the numbers of the account. Saves nothing. */
export async function verifyAccount(
  ctx: Ctx,
  input: CredentialCheck,
): Promise<Verification & { numbers?: AccountNumber[] }> {
  const found = await verifyCredentials(ctx, input);
  if (!found.ok) return found;
  return { ...found, numbers: await listNumbersWith(ctx, input) };
}

/** The numbers of a connected account. */
export async function listNumbersOfAccount(ctx: Ctx, connectionId: string): Promise<AccountNumber[]> {
  const { carrier } = await requireConnection(ctx, connectionId);
  return listAccountNumbers(ctx, { carrier, connectionId });
}
