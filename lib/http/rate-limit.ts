import { AppError } from "@/lib/kernel/errors";

/** How often one caller may do something costly: `burst` at once, refilled evenly over `perSeconds`. */
export type RateLimit = { burst: number; perSeconds: number };

type Bucket = { tokens: number; filledAt: number };

const home = globalThis as typeof globalThis & { trunklineBuckets?: Map<string, Bucket> };
home.trunklineBuckets ??= new Map();
const buckets = home.trunklineBuckets;
const mostBuckets = 50_000;

/**
 * Takes one token of `caller`'s bucket or throws `rate_limited` with the seconds to wait. Counted per process: a
 * brake against loops and scripts, not a quota (quotas are rows, see the send gate).
 */
export function takeToken(caller: string, limit: RateLimit, now: number): void {
  const known = buckets.get(caller) ?? { tokens: limit.burst, filledAt: now };
  const perMillisecond = limit.burst / (limit.perSeconds * 1000);
  const tokens = Math.min(limit.burst, known.tokens + Math.max(0, now - known.filledAt) * perMillisecond);
  if (tokens < 1) {
    const retryAfterSeconds = Math.ceil((1 - tokens) / perMillisecond / 1000);
    throw new AppError("rate_limited", undefined, { details: { retryAfterSeconds } });
  }
  if (buckets.size >= mostBuckets) buckets.clear();
  buckets.set(caller, { tokens: tokens - 1, filledAt: now });
}
