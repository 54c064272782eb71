"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Trash2 } from "lucide-react";
import { viewsQuery } from "@/components/inbox/data/queries";
import { request } from "@/components/query/request";
import { MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { toast } from "@/components/ui/overlay/toast";
import type { ListFilter } from "@/lib/inbox/rules";
import type { SavedView } from "@/lib/inbox/schema";

type ViewItemsProps = {
  filter: ListFilter;
  isFiltered: boolean;
  onChoose: (filter: SavedView["filter"]) => void;
  onSave: () => void;
};

/** Filters that were kept under a name, as lines of a menu; and keeping the present ones. */
export function ViewItems({ filter, isFiltered, onChoose, onSave }: ViewItemsProps) {
  const { data } = useQuery(viewsQuery);
  const queries = useQueryClient();
  const views = data?.data ?? [];
  const current = views.find((view) => isSame(view.filter, filter));

  async function remove(view: SavedView) {
    await request("DELETE", `/api/v1/inbox/views/${view.id}`).catch((error: Error) =>
      toast.error("Not removed", { description: error.message }),
    );
    await queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
  }

  return (
    <>
      {views.length > 0 && <MenuLabel>Saved views</MenuLabel>}
      {views.map((view) => (
        <MenuChoice
          key={view.id}
          icon={<Bookmark />}
          isChecked={view === current}
          onSelect={() => onChoose(view.filter)}
        >
          {view.name}
          {view.isShared && <span className="text-muted"> · everybody’s</span>}
        </MenuChoice>
      ))}
      {isFiltered && !current && (
        <MenuItem icon={<BookmarkPlus />} onSelect={onSave}>
          Save this view…
        </MenuItem>
      )}
      {current && (
        <MenuItem icon={<Trash2 />} onSelect={() => void remove(current)}>
          Remove “{current.name}”
        </MenuItem>
      )}
      {(views.length > 0 || isFiltered) && <MenuSeparator />}
    </>
  );
}

const parts = ["tab", "channel", "priority", "assignee", "tag", "unread"] as const;

function isSame(one: SavedView["filter"], other: ListFilter): boolean {
  return parts.every((part) => (one[part] || undefined) === (other[part] || undefined));
}
