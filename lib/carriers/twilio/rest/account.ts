import type { AccountCheck, ApiKey, Balance, CarrierAccount } from "../../ports/account";
import { checkFormat } from "../../ports/check-format";
import type { Connection } from "../../ports/connection";
import type { CarrierOutcome } from "../../ports/outcomes";
import { readCredentials } from "../facts/credentials";
import { description } from "../facts/description";
import { twilioClient } from "./client";
import { readFailure, readNothing } from "./outcome";

/** The Twilio account itself. Uses the auth token throughout: standard API keys may do none of this (20003). */
export const account: CarrierAccount = {
  verify: verifyAccount,
  balance: fetchBalance,
  createKey,
  findKeys,
  removeKey,
};

async function verifyAccount(connection: Connection): Promise<AccountCheck> {
  const problem = checkFormat(description.credentialFields, connection.credentials);
  if (problem) return { ok: false, reason: "format", ...problem };
  try {
    const client = await twilioClient(connection, "token");
    const found = await client.api.v2010.accounts(accountSidOf(connection)).fetch();
    return {
      ok: true,
      id: found.sid,
      name: found.friendlyName,
      status: found.status,
      trial: found.type === "Trial",
    };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.outcome === "rejected") return { ok: false, reason: "refused", code: failure.code };
    return { ok: false, reason: "unreachable", why: failure.why };
  }
}

async function fetchBalance(connection: Connection): Promise<Balance | null> {
  try {
    const client = await twilioClient(connection, "token");
    const found = await client.api.v2010.accounts(accountSidOf(connection)).balance.fetch();
    const amount = Number(found.balance);
    return Number.isFinite(amount) ? { amount, currency: found.currency } : null;
  } catch (error) {
    return readNothing(error);
  }
}

async function createKey(
  connection: Connection,
  name: string,
): Promise<CarrierOutcome<Pick<ApiKey, "secret">>> {
  try {
    const client = await twilioClient(connection, "token");
    const key = await client.newKeys.create({ friendlyName: name.slice(0, 64) });
    if (!key.sid || !key.secret) return { outcome: "unknown", why: "answer without a key" };
    return { outcome: "accepted", sid: key.sid, secret: key.secret };
  } catch (error) {
    return readFailure(error);
  }
}

async function findKeys(connection: Connection, name: string): Promise<string[]> {
  try {
    const client = await twilioClient(connection, "token");
    const keys = await client.keys.list({ limit: 1_000, pageSize: 200 });
    return keys.filter((key) => key.friendlyName === name.slice(0, 64)).map((key) => key.sid);
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

async function removeKey(connection: Connection, sid: string): Promise<CarrierOutcome> {
  try {
    const client = await twilioClient(connection, "token");
    await client.keys(sid).remove();
    return { outcome: "accepted", sid };
  } catch (error) {
    return readRemoval(error, sid);
  }
}

/** The outcome of a failed removal: what is already gone (404) is removed. */
export function readRemoval(error: unknown, sid: string): CarrierOutcome {
  const failure = readFailure(error);
  const isGone = failure.outcome === "rejected" && (failure.code === "20404" || failure.code === "http_404");
  return isGone ? { outcome: "accepted", sid } : failure;
}

function accountSidOf(connection: Connection): string {
  return readCredentials(connection.credentials)?.accountSid ?? "";
}
