import { type Role, roles } from "@/lib/kernel/context";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends 30 days after sign-in whatever happens, and after 14 days without use. */
export const sessionLimits = { absoluteMs: 30 * day, idleMs: 14 * day, absoluteSeconds: (30 * day) / 1000 };

/** How often `last_seen_at` is written at most: not on every request. */
export const lastSeenEveryMs = minute;

/** Failures are forgotten after a day without one. */
export const failuresForgottenMs = day;

const longestDelayMs = 15 * minute;

/**
 * What the next sign-in has to wait after 1, 2, 3… failures: nothing for the first few, then doubling from two seconds,
 * never more than 15 minutes, so that nobody can lock somebody else out for good. Many people share one network
 * address, so it is given more.
 */
export const throttleDelays = { account: delaysAfter(4), address: delaysAfter(20) } as const;

function delaysAfter(free: number): number[] {
  const doubling = Array.from({ length: 10 }, (_, index) =>
    Math.min(longestDelayMs, 1000 * 2 ** (index + 1)),
  );
  return [...Array.from({ length: free }, () => 0), ...doubling];
}

/** Whether a session still stands at a moment. */
export function isSessionAlive(
  session: { lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null },
  now: Date,
): boolean {
  if (session.revokedAt !== null) return false;
  if (session.expiresAt.getTime() <= now.getTime()) return false;
  return now.getTime() - session.lastSeenAt.getTime() < sessionLimits.idleMs;
}

/** Whether one role includes another: an owner is more than an admin, an admin more than an agent. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(least);
}
