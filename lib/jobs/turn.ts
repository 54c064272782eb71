/** How soon a job is wanted: `urgent` when a person waits for it, `bulk` when nobody does. */
export type Urgency = "urgent" | "normal" | "bulk";

/** What one tenant's lane has been promised up to, on its virtual clock. */
type Lane = { promisedUntil: number; usedAt: number };

/** Where the virtual clocks of this process stand. */
export type Turns = Map<string, Lane>;

/** The share of the workers that no other tenant can take away: one job per so many milliseconds. */
const PACE_MS = 100;
/** Turns are given in the past, because the queue starts nothing before its time. */
const WINDOW_MS = 3_600_000;
const SHIFT_MS: Record<Urgency, number> = { urgent: -600_000, normal: 0, bulk: 600_000 };
const FORGET_AFTER_MS = 30_000;

/**
 * When a new job's turn comes: the queue starts the earliest turn first. Each tenant's clock advances by PACE_MS per job,
 * or to now when it lags behind ("virtual clock" scheduling, L. Zhang 1990), so the second tenant's first job stands before
 * the eleventh of a tenant that has just enqueued 10,000, and nobody starves, because turns that wait grow old.
 */
export function takeTurn(turns: Turns, tenantId: string, urgency: Urgency, now: number): Date {
  const lane = `${tenantId} ${urgency}`;
  const promised = Math.max(now, turns.get(lane)?.promisedUntil ?? 0);
  turns.set(lane, { promisedUntil: promised + PACE_MS, usedAt: now });
  return new Date(Math.min(now, promised - WINDOW_MS + SHIFT_MS[urgency]));
}

/** Sets the clocks back that rest; called when the queue is empty, so that having used idle workers costs nobody later. */
export function forgetTurns(turns: Turns, now: number): void {
  for (const [lane, { usedAt }] of turns) if (usedAt < now - FORGET_AFTER_MS) turns.delete(lane);
}
