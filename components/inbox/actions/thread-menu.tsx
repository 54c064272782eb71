"use client";
import { Ellipsis, Flag, Link2, MailOpen, Tag as TagIcon, UserRound, X } from "lucide-react";
import { SnoozeItems } from "@/components/inbox/actions/snooze-items";
import { useActions } from "@/components/inbox/data/use-actions";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { priorities, priorityWords } from "@/components/inbox/place";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { toast } from "@/components/ui/overlay/toast";
import type { ConversationRow } from "@/lib/inbox/schema";

/** What is done less often: priority, unread, a link, and on small windows the customer. */
export function ThreadMenu({ row }: { row: ConversationRow }) {
  const { prioritise, markUnread, tagWith } = useActions();
  const { open } = useInboxUi();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label="More"
          className="grid size-control shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
        >
          <Ellipsis className="size-[18px] max-md:size-5" aria-hidden />
        </button>
      }
    >
      <MenuLabel>Priority</MenuLabel>
      {priorities.map((priority) => (
        <MenuChoice
          key={priority}
          icon={<Flag className={priority === "urgent" || priority === "high" ? "text-bad" : ""} />}
          isChecked={row.priority === priority}
          onSelect={() => void prioritise(row, priority)}
        >
          {priorityWords[priority]}
        </MenuChoice>
      ))}
      <MenuSeparator />
      <MenuItem icon={<TagIcon />} onSelect={() => open("tag")}>
        Add a tag…
      </MenuItem>
      {row.tags.map((tag) => (
        <MenuItem key={tag} icon={<X />} onSelect={() => void tagWith(row, { remove: [tag] })}>
          Remove “{tag}”
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<MailOpen />} keys={["u"]} onSelect={() => void markUnread(row)}>
        Mark as unread
      </MenuItem>
      <MenuItem icon={<Link2 />} onSelect={() => void copyLink(row)}>
        Copy link to #{row.number}
      </MenuItem>
      <div className="md:hidden">
        <MenuSeparator />
        <SnoozeItems row={row} />
        <MenuSeparator />
        <MenuItem icon={<UserRound />} onSelect={() => open("customer")}>
          Show the customer
        </MenuItem>
      </div>
    </Menu>
  );
}

async function copyLink(row: ConversationRow) {
  try {
    await navigator.clipboard.writeText(`${location.origin}/inbox/${row.id}`);
    toast.success("Link copied");
  } catch {
    toast.error("Couldn't copy", { description: "The browser refused. Copy it from the address bar." });
  }
}
