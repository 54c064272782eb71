import type { TagTone } from "@/components/ui/display/tag";
import type { ConversationRow, InboxDesk } from "@/lib/inbox/schema";

export type RowTag = { key: string; text: string; tone: TagTone; icon?: "spark" | "alert" | "alarm" };

/** At most two facts about a row, the most pressing first. */
export function rowTags(row: ConversationRow, memberId: string): RowTag[] {
  const pressing: (RowTag | false)[] = [
    row.hasFailed && { key: "failed", text: "Failed", tone: "bad", icon: "alert" },
    row.priority === "urgent" && { key: "priority", text: "Urgent", tone: "bad" },
    row.priority === "high" && { key: "priority", text: "High", tone: "bad" },
    row.assignee.kind === "assistant" && {
      key: "assistant",
      text: "Handled by AI",
      tone: "accent",
      icon: "spark",
    },
    row.tags[0] !== undefined && { key: "tag", text: row.tags[0], tone: "plain" },
    row.assignee.kind === "member" &&
      row.assignee.id !== memberId && { key: "assignee", text: firstName(row.assignee.name), tone: "plain" },
  ];
  const tags = pressing.filter((tag) => tag !== false).slice(0, 2);
  if (tags.length === 0 || tags.length === 2 || tags[0]?.key === "assignee") return tags;
  return [...tags, { key: "number", text: `#${row.number}`, tone: "plain" }];
}

/** What stands before the last thing said: whose words they are. */
export function previewPrefix(row: ConversationRow, { userId, members }: InboxDesk): string {
  if (row.lastChannel === "note") return "Note: ";
  if (row.lastDirection !== "outbound" || !row.lastAuthor) return "";
  if (row.lastAuthor.kind === "assistant") return "Receptionist: ";
  if (row.lastAuthor.id === userId) return "You: ";
  const colleague = members.find((member) => member.userId === row.lastAuthor?.id);
  return colleague ? `${firstName(colleague.name)}: ` : "";
}

function firstName(name: string | null): string {
  return name?.split(" ")[0] ?? "Colleague";
}
