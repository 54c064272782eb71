const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends 30 days after sign-in whatever happens, and after 14 days without use. */
export const sessionLimits = { absoluteMs: 30 * day, idleMs: 14 * day, absoluteSeconds: (30 * day) / 1000 };

/** How often `last_seen_at` is written at most: not on every request. */
export const lastSeenEveryMs = minute;

/** How many failed sign-ins are free, per kind of key; many people share one network address. */
export const freeFailures = { account: 4, address: 20 } as const;

/** Failures are forgotten after a day without one. */
export const failuresForgottenMs = day;

/**
 * How long the next sign-in has to wait after so many failures: doubling from two seconds, never more than 15
 * minutes, so that nobody can lock somebody else out for good.
 */
export function throttleDelayMs(failures: number, free: number): number {
  if (failures <= free) return 0;
  return Math.min(15 * minute, 1000 * 2 ** Math.min(20, failures - free));
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
