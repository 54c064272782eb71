import { newSid, randomHex } from "./random";
import type { Account } from "./records";
import type { World } from "./world";

/** Opens an account at a carrier; Twilio's unless said otherwise. */
export function newAccount(world: World, given: Partial<Account>): Account {
  const now = world.clock.now();
  const sid = given.sid ?? newSid(world.random, "AC");
  const account: Account = {
    carrier: "twilio",
    sid,
    token: randomHex(world.random, 32),
    name: "",
    status: "active",
    type: "Full",
    ownerSid: sid,
    verifiedNumbers: [],
    balance: "87.4200",
    currency: "USD",
    createdAt: now,
    updatedAt: now,
    ...given,
  };
  world.store.accounts.set(sid, account);
  return account;
}
