import { z } from "zod";
import type { AccountCheck, Balance, CarrierAccount } from "../../ports/account";
import { checkFormat } from "../../ports/check-format";
import type { Connection } from "../../ports/connection";
import type { Rejected } from "../../ports/outcomes";
import { description } from "../facts/description";
import { askVobiz, readVobiz } from "./client";

const noKeys: Rejected = { outcome: "rejected", code: "unsupported", message: "Vobiz has no API keys" };

/** The Vobiz account itself. It has no keys beside its token. */
export const account: CarrierAccount = {
  verify: verifyAccount,
  balance: fetchBalance,
  createKey: async () => noKeys,
  findKeys: async () => [],
  removeKey: async () => noKeys,
};

// Vobiz has no "who am I"; the shortest list that any account may read serves.
async function verifyAccount(connection: Connection): Promise<AccountCheck> {
  const problem = checkFormat(description.credentialFields, connection.credentials);
  if (problem) return { ok: false, reason: "format", ...problem };
  const answer = await askVobiz(connection, {
    method: "GET",
    path: "/Account/{id}/numbers",
    query: { page: 1, per_page: 1 },
  });
  if (answer.outcome === "rejected") return { ok: false, reason: "refused", code: answer.code };
  if (answer.outcome !== "answered") return { ok: false, reason: "unreachable", why: answer.why };
  const id = connection.credentials.authId ?? "";
  return { ok: true, id, name: id, status: "active", trial: false };
}

const balanceBody = z.object({ balance: z.coerce.number(), currency: z.string().catch("INR") });

async function fetchBalance(connection: Connection): Promise<Balance | null> {
  const body = balanceBody.safeParse(
    await readVobiz(connection, { method: "GET", path: "/Account/{id}/balance/INR" }),
  );
  return body.success ? { amount: body.data.balance, currency: body.data.currency } : null;
}
