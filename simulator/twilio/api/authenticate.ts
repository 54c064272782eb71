import { timingSafeEqual } from "node:crypto";
import type { Account } from "../../world/records";
import type { Store } from "../../world/store";
import { TwilioError } from "./errors";

/** Who asks: an account by its token, or through one of its API keys. */
export type Caller = { account: Account; isKey: boolean };

/** Reads Basic credentials: Account SID and token, or API key SID and secret. Throws 20003. */
export function authenticate(store: Store, header: string | undefined): Caller {
  const [username = "", password = ""] = readBasic(header);
  const key = store.keys.get(username);
  const account = store.accounts.get(key?.accountSid ?? username);
  const secret = key?.secret ?? account?.token;
  const isGenuine = account?.carrier === "twilio" && secret !== undefined && isSame(password, secret);
  if (!account || !isGenuine) throw new TwilioError(20003);
  return { account, isKey: key !== undefined };
}

/** The account that a path names, if the caller may act on it: its own, or a subaccount of it. */
export function accountInPath(store: Store, caller: Caller, accountSid: string): Account {
  const account = store.accounts.get(accountSid);
  const isAllowed = account?.sid === caller.account.sid || account?.ownerSid === caller.account.sid;
  if (!account || !isAllowed) throw new TwilioError(20003);
  return account;
}

function readBasic(header: string | undefined): string[] {
  const [, encoded = ""] = /^Basic\s+(\S+)$/i.exec(header ?? "") ?? [];
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
