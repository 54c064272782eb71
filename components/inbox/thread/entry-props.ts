import type { Outgoing } from "@/components/inbox/data/outbox";
import type { Entry } from "@/lib/inbox/schema";

/** What every renderer of an entry gets. */
export type EntryProps<Kind extends Entry = Entry> = {
  entry: Kind;
  isFirst: boolean;
  isLast: boolean;
  outgoing?: Outgoing | undefined;
};
