/** A closed set of states in which a late event cannot move a state backwards. */
export type StatusLadder<Status extends string> = {
  readonly statuses: readonly Status[];
  /** The state after news of `to`: `to` when it ranks higher, else `from`. States of one rank exclude each other. */
  advance(from: Status, to: Status): Status;
  /** The rank to store beside the state, so that the database can refuse a step back by itself. */
  rank(status: Status): number;
  /** Whether a text from outside is one of the states. */
  has(text: string): text is Status;
};

/** Makes a ladder from each state's rank: `statusLadder({ queued: 0, sent: 1, delivered: 2, failed: 2 })`. */
export function statusLadder<Status extends string>(
  ranks: Readonly<Record<Status, number>>,
): StatusLadder<Status> {
  const statuses = Object.keys(ranks) as Status[];
  return {
    statuses,
    advance: (from, to) => (ranks[to] > ranks[from] ? to : from),
    rank: (status) => ranks[status],
    has: (text): text is Status => Object.hasOwn(ranks, text),
  };
}
