import type { Visitor } from "@/lib/kernel/callers";
import { AppError } from "@/lib/kernel/errors";
import type { Caller, Gate } from "./gate";

/** Step 1: who calls, by API key or by session cookie. A request with a key is never taken by its cookies. */
export async function authenticate(gate: Gate<string>, request: Request, visitor: Visitor): Promise<Caller> {
  const { headers } = request;
  const proofs = { cookie: headers.get("cookie"), authorization: headers.get("authorization") };
  const caller = await gate.authenticate(proofs, visitor);
  if (!caller) throw new AppError("unauthenticated");
  return caller;
}
