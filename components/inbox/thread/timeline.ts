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
  const isNewDay = (index: number) => {
    const [before, here] = [entries[index - 1], entries[index]];
    return !before || !here || dayOf(before.entry.at) !== dayOf(here.entry.at);
  };
  const isUnreadStart = (index: number) => entries[index]?.entry.id === unreadFrom && unreadFrom !== null;
  const beginsGroup = (index: number) => {
    const [before, here] = [entries[index - 1], entries[index]];
    return (
      isNewDay(index) || isUnreadStart(index) || !before || !here || !belongTogether(before.entry, here.entry)
    );
  };
  return entries.flatMap((current, index) => {
    const { at } = current.entry;
    const lines: TimelineItem[] = [];
    if (isNewDay(index)) lines.push({ kind: "day", key: `day-${dayOf(at)}`, at });
    if (isUnreadStart(index)) lines.push({ kind: "unread", key: "unread" });
    return [
      ...lines,
      { kind: "entry", isFirst: beginsGroup(index), isLast: beginsGroup(index + 1), ...current },
    ];
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
  return ["failed", "undelivered", "unknown", "unsent", "canceled", "scheduled"].includes(entry.status);
}
