"use client";
import { ChevronDown, Sparkles, UserRound, UserRoundX } from "lucide-react";
import { useActions } from "@/components/inbox/data/use-actions";
import { useDesk } from "@/components/inbox/inbox-context";
import { useInboxUi } from "@/components/inbox/inbox-ui";
import { Avatar } from "@/components/ui/display/avatar";
import { Menu, MenuChoice, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Who looks after a conversation: me, a colleague, the receptionist, nobody. */
export function AssignMenu({ row }: { row: ConversationRow }) {
  const { memberId, members } = useDesk();
  const { opened, open, close } = useInboxUi();
  const { assign, assignToMe } = useActions();
  const { assignee } = row;
  const others = members.filter(({ id }) => id !== memberId);
  return (
    <Menu
      align="end"
      open={opened === "assign"}
      onOpenChange={(isOpen) => (isOpen ? open("assign") : close("assign"))}
      trigger={<AssignButton row={row} />}
    >
      <MenuLabel>Assign to</MenuLabel>
      <MenuChoice
        icon={<UserRound />}
        isChecked={assignee.id === memberId}
        onSelect={() => void assignToMe(row)}
      >
        Me
      </MenuChoice>
      <MenuChoice
        icon={<Sparkles />}
        isChecked={assignee.kind === "assistant"}
        onSelect={() => void assign(row, { kind: "assistant", id: null, name: null })}
      >
        Receptionist
      </MenuChoice>
      <MenuChoice
        icon={<UserRoundX />}
        isChecked={assignee.kind === "nobody"}
        onSelect={() => void assign(row, { kind: "nobody", id: null, name: null })}
      >
        Nobody
      </MenuChoice>
      {others.length > 0 && <MenuSeparator />}
      {others.map(({ id, name }) => (
        <MenuChoice
          key={id}
          icon={<Avatar name={name} size="xs" />}
          isChecked={assignee.id === id}
          onSelect={() => void assign(row, { kind: "member", id, name })}
        >
          {name}
        </MenuChoice>
      ))}
    </Menu>
  );
}

function AssignButton({ row: { assignee }, ...trigger }: { row: ConversationRow }) {
  const { memberId } = useDesk();
  const name = assigneeWord(assignee, memberId);
  return (
    <button
      type="button"
      {...trigger}
      aria-label={`Assigned to: ${name}`}
      className="inline-flex h-control max-w-44 items-center gap-2 rounded-control text-muted hover:text-text max-md:w-11 max-md:justify-center md:border md:border-line-strong md:bg-panel md:px-2.5 md:shadow-raised md:hover:bg-hover"
    >
      {assignee.kind === "member" ? (
        <Avatar name={assignee.name} size="xs" />
      ) : assignee.kind === "assistant" ? (
        <Sparkles className="size-4 shrink-0 text-accent" aria-hidden />
      ) : (
        <UserRound className="size-4 shrink-0 max-md:size-5" aria-hidden />
      )}
      <span className="truncate text-text max-xl:hidden">{name}</span>
      <ChevronDown className="size-4 shrink-0 max-md:hidden" aria-hidden />
    </button>
  );
}

function assigneeWord(assignee: ConversationRow["assignee"], memberId: string): string {
  if (assignee.kind === "nobody") return "Unassigned";
  if (assignee.kind === "assistant") return "Receptionist";
  return assignee.id === memberId ? "You" : (assignee.name ?? "Colleague");
}
