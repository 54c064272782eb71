import { AppError } from "@/lib/kernel/errors";
import { statusLadder } from "@/lib/kernel/status";

/** Longest text body in characters (Twilio's limit for one message). */
export const longestBody = 1600;

/**
 * Where a message stands. Ours before the carrier has it: scheduled, queued, sending; `unknown` when it may or may
 * not have been taken. `accepted` is the carrier's word for all its own waiting states.
 */
export const messageLadder = statusLadder({
  scheduled: 0,
  queued: 0,
  sending: 1,
  unknown: 1,
  accepted: 2,
  sent: 3,
  received: 4,
  noted: 4,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  canceled: 4,
  read: 5,
});

export type MessageStatus = (typeof messageLadder)["statuses"][number];

/** Statuses after which a person may send the same text again. */
const repeatable: readonly string[] = ["failed", "undelivered", "unknown", "canceled"];

/** Whether Retry is offered. */
export function isRepeatable(status: string): boolean {
  return repeatable.includes(status);
}

/** A carrier's status word in ours. */
export function ownStatus(word: string): MessageStatus {
  if (word === "accepted" || word === "scheduled" || word === "queued" || word === "sending")
    return "accepted";
  return messageLadder.has(word) ? word : "accepted";
}

/** Whether carriers charge for a text in this state; null: too early to say. What did not arrive was sent all the same. */
export function isCharged(status: MessageStatus): boolean | null {
  if (status === "failed" || status === "canceled") return false;
  return messageLadder.rank(status) >= 2 ? true : null;
}

/** How long to wait before asking the carrier again about a doubtful text, by attempt from 0; null: give up. */
export function reconcileDelaySeconds(attempt: number): number | null {
  return [10, 30, 120, 600, 3600][attempt] ?? null;
}

/** How long to wait before a text that was certainly not taken is tried again, by attempt from 1; null: give up. */
export function retryDelaySeconds(attempt: number, askedForSeconds = 0): number | null {
  const wait = [2, 5, 15, 60, 300, 900][attempt - 1];
  return wait === undefined ? null : Math.max(wait, Math.min(askedForSeconds, 3600));
}

const soonestMs = 30_000;
const farthestMs = 366 * 24 * 60 * 60_000;

/** Throws `invalid_input` for a moment that a text cannot wait until: one that is past or practically now, or more than a year away. */
export function requireSchedulable(sendAt: Date, now: Date): void {
  const ahead = sendAt.getTime() - now.getTime();
  if (ahead < soonestMs) throw new AppError("invalid_input", "Pick a moment in the future.");
  if (ahead > farthestMs) throw new AppError("invalid_input", "Pick a moment within a year.");
}
