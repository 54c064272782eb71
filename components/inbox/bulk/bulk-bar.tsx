"use client";
import { Archive, Flag, RotateCcw, Tag as TagIcon, UserRound, X } from "lucide-react";
import { useState } from "react";
import {
  assigning,
  type BulkChange,
  closing,
  prioritising,
  reopening,
  tagging,
} from "@/components/inbox/bulk/changes";
import { endSelection, startSelection, useSelection } from "@/components/inbox/bulk/selection";
import { TagDialog } from "@/components/inbox/bulk/tag-dialog";
import { useBulk } from "@/components/inbox/bulk/use-bulk";
import { useDesk } from "@/components/inbox/inbox-context";
import { priorities, priorityWords } from "@/components/inbox/place";
import { useInboxRoute } from "@/components/inbox/use-inbox-route";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { ProgressBar } from "@/components/ui/display/progress-bar";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import type { ConversationRow } from "@/lib/inbox/schema";

/** What can be done with the chosen conversations, under the list. */
export function BulkBar({ rows }: { rows: readonly ConversationRow[] }) {
  const selection = useSelection();
  const { apply, progress, cancel } = useBulk();
  if (!selection) return null;
  const chosen = [...selection.values()];
  const change = (what: BulkChange) => {
    endSelectionAfter(apply(chosen, what));
  };
  return (
    <section aria-label="Several conversations" className="shrink-0 border-t border-line bg-panel px-3 py-2">
      {progress ? (
        <div className="flex items-end gap-3 py-1">
          <div className="flex-1">
            <ProgressBar label="Changing" value={progress.done} max={progress.of} />
          </div>
          <Button size="sm" onClick={cancel}>
            Stop
          </Button>
        </div>
      ) : (
        <div className="flex items-center gap-0.5">
          <p aria-live="polite" className="tabular min-w-0 flex-1 truncate text-small font-semibold">
            {chosen.length === 0 ? "Choose some" : `${chosen.length} chosen`}
          </p>
          {chosen.length < rows.length && (
            <Button size="sm" variant="ghost" onClick={() => startSelection(rows)}>
              All {rows.length}
            </Button>
          )}
          <Actions isDisabled={chosen.length === 0} rows={chosen} onChange={change} />
          <IconButton size="sm" label="Done choosing" icon={<X aria-hidden />} onClick={endSelection} />
        </div>
      )}
    </section>
  );
}

function endSelectionAfter(work: Promise<void>) {
  void work.then(endSelection);
}

type ActionsProps = {
  isDisabled: boolean;
  rows: readonly ConversationRow[];
  onChange: (change: BulkChange) => void;
};

function Actions({ isDisabled, rows, onChange }: ActionsProps) {
  const { place } = useInboxRoute();
  const [isTagging, setIsTagging] = useState(false);
  const isOver = place.tab === "closed" || place.tab === "snoozed";
  return (
    <>
      <IconButton
        size="sm"
        label={isOver ? "Reopen them" : "Close them"}
        icon={isOver ? <RotateCcw aria-hidden /> : <Archive aria-hidden />}
        disabled={isDisabled}
        onClick={() => onChange(isOver ? reopening : closing)}
      />
      <AssignMany isDisabled={isDisabled} onChange={onChange} />
      <PrioritiseMany isDisabled={isDisabled} onChange={onChange} />
      <IconButton
        size="sm"
        label="Tag them"
        icon={<TagIcon aria-hidden />}
        disabled={isDisabled}
        onClick={() => setIsTagging(true)}
      />
      {isTagging && (
        <TagDialog
          known={[...new Set(rows.flatMap(({ tags }) => tags))]}
          onAdd={(tag) => onChange(tagging(tag))}
          onClose={() => setIsTagging(false)}
        />
      )}
    </>
  );
}

type ManyProps = Pick<ActionsProps, "isDisabled" | "onChange">;

function AssignMany({ isDisabled, onChange }: ManyProps) {
  const { members, memberId } = useDesk();
  const whom = [
    ...members.map(({ id, name }) => ({
      assignee: { kind: "member" as const, id, name },
      name: id === memberId ? "you" : name,
    })),
    { assignee: { kind: "assistant" as const, id: null, name: null }, name: "the receptionist" },
    { assignee: { kind: "nobody" as const, id: null, name: null }, name: "nobody" },
  ];
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <MenuTrigger label="Assign them" isDisabled={isDisabled}>
          <UserRound aria-hidden />
        </MenuTrigger>
      }
    >
      {whom.map(({ assignee, name }) => (
        <MenuItem key={assignee.id ?? assignee.kind} onSelect={() => onChange(assigning(assignee, name))}>
          {name.slice(0, 1).toUpperCase() + name.slice(1)}
        </MenuItem>
      ))}
    </Menu>
  );
}

function PrioritiseMany({ isDisabled, onChange }: ManyProps) {
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <MenuTrigger label="Set their priority" isDisabled={isDisabled}>
          <Flag aria-hidden />
        </MenuTrigger>
      }
    >
      {priorities.map((priority) => (
        <MenuItem key={priority} onSelect={() => onChange(prioritising(priority))}>
          {priorityWords[priority]}
        </MenuItem>
      ))}
    </Menu>
  );
}

type MenuTriggerProps = { label: string; isDisabled: boolean; children: React.ReactNode };

function MenuTrigger({ label, isDisabled, children, ...trigger }: MenuTriggerProps) {
  return (
    <button
      type="button"
      {...trigger}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      className="grid size-control-sm shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text disabled:opacity-50 pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  );
}
