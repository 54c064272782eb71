import { hashToken } from "@/lib/crypto";
import type { Visitor } from "@/lib/kernel/callers";
import { failuresForgottenMs, throttleDelays } from "./rules";
import { unsafeTakeAttempt, unsafeTakeBack } from "./unsafe-throttles";

/** Gives back an attempt that turned out right. */
export type TakeBack = () => Promise<void>;

/** Whether a password may be tried now; then with the way to report that it was right, else with the seconds to wait. */
export type AttemptOutcome = { ok: true; wasRight: TakeBack } | { ok: false; retryAfterSeconds: number };

/**
 * Takes one attempt of an account and of the network it comes from, whether the account exists or not. Every attempt
 * counts as failed until it is reported right.
 */
export async function takeAttempt(visitor: Visitor, email: string): Promise<AttemptOutcome> {
  const keys = throttleKeys(visitor, email);
  const now = visitor.clock.now();
  const forgottenBefore = new Date(now.getTime() - failuresForgottenMs);
  for (const kind of ["account", "address"] as const) {
    const attempt = { key: keys[kind], delaysMs: throttleDelays[kind], now, forgottenBefore };
    const waitMs = await unsafeTakeAttempt(attempt);
    if (waitMs > 0) return { ok: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
  }
  return { ok: true, wasRight: () => takeBack(keys) };
}

/** An account starts anew; an address only gets this attempt back, else one own account would clean up after many guesses. */
async function takeBack(keys: { account: string; address: string }): Promise<void> {
  await unsafeTakeBack(keys.account, "all");
  await unsafeTakeBack(keys.address, "one");
}

/** Only hashes are stored: a mistyped e-mail address may be somebody's password. */
function throttleKeys(visitor: Visitor, email: string) {
  return {
    account: hashToken(`account:${email}`),
    address: hashToken(`address:${networkOf(visitor.address)}`),
  };
}

/** One IPv6 customer has a whole /64; an IPv4 address counts as it is. */
function networkOf(address: string): string {
  return address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;
}
