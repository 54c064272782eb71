import { changeCustomer } from "@/lib/customers";
import { readName } from "@/lib/language";
import { nameOf } from "../contract/caller";
import type { ToolSession } from "../contract/session";

/** Keeps the name a caller gave, when nobody knew one. A known name is never changed by what is said on the phone. */
export async function keepName(session: ToolSession, said: string): Promise<string | null> {
  const { ctx, caller, isRehearsal } = session.conversing;
  const name = readName(said);
  if (!name || session.heardName !== null || nameOf(session.conversing) !== null) return null;
  if (caller.customerId && !isRehearsal) await changeCustomer(ctx, { id: caller.customerId, name });
  session.heardName = name;
  return name;
}
