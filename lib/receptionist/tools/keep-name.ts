import { changeCustomer } from "@/lib/customers";
import { readName } from "@/lib/language";
import { nameOf } from "../contract/caller";
import type { Conversing } from "../contract/turn";

/** Keeps the name a caller gave, when nobody knew one. A known name is never changed by what is said on the phone. */
export async function keepName(conversing: Conversing, said: string): Promise<string | null> {
  const { ctx, caller, isRehearsal } = conversing;
  const name = readName(said);
  if (!name || nameOf(conversing) !== null) return null;
  if (caller.customerId && !isRehearsal) await changeCustomer(ctx, { id: caller.customerId, name });
  return name;
}
