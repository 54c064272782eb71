import type { ThreadEntry } from "@/components/inbox/data/join-outbox";
import type { Entry } from "@/lib/inbox/schema";

/** What stands in a thread from top to bottom. */
export type TimelineItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "unread"; key: string }
  /** `isFirst`/`isLast`: of a run of messages by the same person. */
  | ({ kind: "entry"; isFirst: boolean; isLast: boolean } & ThreadEntry);

const groupGapMs = 5 * 60_000;

/** Lays entries out: a line where a day begins, one where the unread begin, messages of one person close together. */
export function layTimeline(
  entries: readonly ThreadEntry[],
  dayOf: (at: string) => string,
  unreadFrom: string | null,
): TimelineItem[] {
  return entries.flatMap((current, index) => {
    const before = entries[index - 1]?.entry;
    const after = entries[index + 1]?.entry;
    const { entry } = current;
    const isNewDay = !before || dayOf(before.at) !== dayOf(entry.at);
    const isUnreadStart = entry.id === unreadFrom;
    const lines: TimelineItem[] = [];
    if (isNewDay) lines.push({ kind: "day", key: `day-${dayOf(entry.at)}`, at: entry.at });
    if (isUnreadStart) lines.push({ kind: "unread", key: "unread" });
    const isFirst = lines.length > 0 || !before || !belongTogether(before, entry);
    const isLast = !after || !belongTogether(entry, after) || after.id === unreadFrom;
    return [...lines, { kind: "entry", isFirst, isLast, ...current }];
  });
}

/** Where the unread begin: at the last so many inbound ones. Null when they are not all loaded or there are none. */
export function findUnreadStart(entries: readonly ThreadEntry[], unread: number): string | null {
  if (unread === 0) return null;
  const inbound = entries.filter(({ entry }) => "direction" in entry && entry.direction === "inbound");
  return inbound.at(-unread)?.entry.id ?? null;
}

function belongTogether(one: Entry, other: Entry): boolean {
  if (one.type !== "message" || other.type !== "message") return false;
  return (
    one.direction === other.direction &&
    one.channel === other.channel &&
    one.author.kind === other.author.kind &&
    one.author.id === other.author.id &&
    Date.parse(other.at) - Date.parse(one.at) < groupGapMs &&
    !isTroubled(one)
  );
}

function isTroubled(entry: Entry & { type: "message" | "note" }): boolean {
  return ["failed", "undelivered", "unknown", "unsent", "canceled"].includes(entry.status);
}
