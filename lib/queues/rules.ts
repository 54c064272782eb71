import type { QueueSettings } from "./schema";

/** How long somebody is left alone who did not answer. */
export const restSeconds = 20;

/** Seconds that a talk lasts when nobody has talked yet. */
const usualTalkSeconds = 180;

/** A caller without anybody being rung for them; the list is in the order of arrival. */
export type Waiting = { id: string; queueId: string; canRingBrowsers: boolean };

/** Somebody who could take a call of a queue now. The same person may sit in several queues. */
export type FreeSeat = {
  queueId: string;
  seat: string;
  position: number;
  /** Milliseconds since 1970; 0: has not talked yet. */
  idleSince: number;
  memberId: string | null;
  targetId: string | null;
  e164: string | null;
  isInBrowser: boolean;
};

export type Assignment = { waitId: string; seats: FreeSeat[] };

/**
 * Who is rung for whom. Callers are served in the order in which they came, whatever their queue; nobody is rung for two of
 * them. A caller of a carrier that cannot ring browsers gets somebody with a phone.
 */
export function assign(
  waiting: readonly Waiting[],
  free: readonly FreeSeat[],
  strategies: Readonly<Record<string, QueueSettings["strategy"]>>,
): Assignment[] {
  const taken = new Set<string>();
  return waiting.flatMap((caller) => {
    if (taken.size === free.length) return [];
    const able = free.filter(
      ({ queueId, seat, e164, isInBrowser }) =>
        queueId === caller.queueId &&
        !taken.has(seat) &&
        (e164 !== null || (isInBrowser && caller.canRingBrowsers)),
    );
    const seats = choose(able, strategies[caller.queueId] ?? "longest_idle");
    for (const { seat } of seats) taken.add(seat);
    return seats.length > 0 ? [{ waitId: caller.id, seats }] : [];
  });
}

function choose(able: readonly FreeSeat[], strategy: QueueSettings["strategy"]): FreeSeat[] {
  if (strategy === "together") return able.slice(0, 10);
  const inOrder = [...able].sort((one, other) => one.position - other.position);
  if (strategy === "in_order") return inOrder.slice(0, 1);
  return inOrder.sort((one, other) => one.idleSince - other.idleSince).slice(0, 1);
}

/**
 * Seconds until a caller's turn, for somebody at a position among people of whom each is done with a talk every so often.
 * Null without people.
 */
export function estimateWait(position: number, people: number, talkSeconds: number | null): number | null {
  if (people === 0) return null;
  return Math.round((position * (talkSeconds ?? usualTalkSeconds)) / people);
}
