import type { ConversationRow } from "@/lib/inbox/schema";

/** One change to several conversations: what is sent, what is seen at once, and what takes it back. */
export type BulkChange = {
  words: (count: number) => string;
  forward: (row: ConversationRow) => Record<string, unknown>;
  back: (row: ConversationRow) => Record<string, unknown>;
  shown: (row: ConversationRow) => Partial<ConversationRow>;
};

const counted = (count: number) => `${count} ${count === 1 ? "conversation" : "conversations"}`;

export const closing: BulkChange = {
  words: (count) => `Closed ${counted(count)}`,
  forward: () => ({ status: "closed" }),
  back: ({ status, snoozedUntil }) =>
    status === "snoozed" && snoozedUntil ? { status, until: snoozedUntil } : { status: formerStatus(status) },
  shown: () => ({ status: "closed", snoozedUntil: null }),
};

export const reopening: BulkChange = {
  words: (count) => `Reopened ${counted(count)}`,
  forward: () => ({ status: "open" }),
  back: closing.back,
  shown: () => ({ status: "open", snoozedUntil: null }),
};

/** Gives them to somebody; `name` stands in the news. */
export function assigning(assignee: ConversationRow["assignee"], name: string): BulkChange {
  return {
    words: (count) => `Assigned ${counted(count)} to ${name}`,
    forward: () => ({ assignee: sent(assignee) }),
    back: (row) => ({ assignee: sent(row.assignee) }),
    shown: () => ({ assignee }),
  };
}

/** Sets how urgent they are. */
export function prioritising(priority: ConversationRow["priority"]): BulkChange {
  return {
    words: (count) => `Set ${counted(count)} to ${priority}`,
    forward: () => ({ priority }),
    back: (row) => ({ priority: row.priority }),
    shown: () => ({ priority }),
  };
}

/** Puts a tag on them; taken back only where it was not before. */
export function tagging(tag: string): BulkChange {
  return {
    words: (count) => `Tagged ${counted(count)} “${tag}”`,
    forward: () => ({ addTags: [tag] }),
    back: ({ tags }) => ({ removeTags: tags.includes(tag) ? [] : [tag] }),
    shown: ({ tags }) => ({ tags: [...new Set([...tags, tag])].sort() }),
  };
}

/** Who waits for a customer counts as open: there is no way back into waiting but an answer. */
function formerStatus(status: ConversationRow["status"]): "open" | "closed" {
  return status === "closed" ? "closed" : "open";
}

function sent({ kind, id }: ConversationRow["assignee"]) {
  return kind === "member" ? { kind, memberId: id } : { kind };
}
