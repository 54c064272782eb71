"use client";
import { ListFilter as FilterIcon, ListChecks } from "lucide-react";
import { useState } from "react";
import { startSelection } from "@/components/inbox/bulk/selection";
import { useList } from "@/components/inbox/data/use-list";
import { useDesk } from "@/components/inbox/inbox-context";
import { SaveViewDialog } from "@/components/inbox/list/save-view-dialog";
import { ViewItems } from "@/components/inbox/list/view-items";
import { type InboxPlace, listChannels, priorities, priorityWords } from "@/components/inbox/place";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { ChannelIcon, channelWord } from "@/components/ui/display/channel-icon";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";

/** Narrows the list by channel, priority, person and unread; chosen again, a filter is taken away. */
export function FilterMenu() {
  const { userId, members } = useDesk();
  const { place, filter, hrefOf } = useInboxRoute();
  const { rows } = useList(filter);
  const [isSaving, setIsSaving] = useState(false);
  const isFiltered = Boolean(place.channel || place.priority || place.assignee || place.tag || place.unread);
  const tags = [...new Set([...rows.flatMap((row) => row.tags), ...(place.tag ? [place.tag] : [])])].sort();
  const set = (change: Partial<InboxPlace>) => goTo(hrefOf(change), true);
  const toggled = <Value,>(now: Value | undefined, value: Value) => (now === value ? undefined : value);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={isFiltered ? "Filter, active" : "Filter"}
            className="relative grid size-control-sm shrink-0 place-items-center rounded-control text-muted hover:bg-selection hover:text-text"
          >
            <FilterIcon className="size-[18px]" aria-hidden />
            {isFiltered && <span className="absolute top-0.5 right-0.5 size-2 rounded-full bg-accent" />}
          </button>
        }
      >
        <MenuItem icon={<ListChecks />} keys={["x"]} onSelect={() => startSelection()}>
          Choose several
        </MenuItem>
        <MenuSeparator />
        <ViewItems
          filter={filter}
          isFiltered={isFiltered}
          onChoose={(view) => set({ ...noFilters, ...view })}
          onSave={() => setIsSaving(true)}
        />
        <MenuChoice
          isChecked={Boolean(place.unread)}
          onSelect={() => set({ unread: toggled(place.unread, true) })}
        >
          Unread only
        </MenuChoice>
        <MenuSeparator />
        <MenuLabel>Channel</MenuLabel>
        {listChannels.map((channel) => (
          <MenuChoice
            key={channel}
            icon={<ChannelIcon channel={channel} isDecorative />}
            isChecked={place.channel === channel}
            onSelect={() => set({ channel: toggled(place.channel, channel) })}
          >
            {channelWord(channel)}
          </MenuChoice>
        ))}
        <MenuSeparator />
        <MenuLabel>Priority</MenuLabel>
        {priorities.map((priority) => (
          <MenuChoice
            key={priority}
            isChecked={place.priority === priority}
            onSelect={() => set({ priority: toggled(place.priority, priority) })}
          >
            {priorityWords[priority]}
          </MenuChoice>
        ))}
        <MenuSeparator />
        <MenuLabel>Assigned to</MenuLabel>
        {[
          { id: "nobody", name: "Nobody" },
          { id: "assistant", name: "Receptionist" },
          ...members.map(({ id, name, userId: of }) => ({
            id,
            name: of === userId ? `${name} (you)` : name,
          })),
        ].map(({ id, name }) => (
          <MenuChoice
            key={id}
            isChecked={place.assignee === id}
            onSelect={() => set({ assignee: toggled(place.assignee, id) })}
          >
            {name}
          </MenuChoice>
        ))}
        {tags.length > 0 && (
          <>
            <MenuSeparator />
            <MenuLabel>Tag</MenuLabel>
          </>
        )}
        {tags.slice(0, 12).map((tag) => (
          <MenuChoice
            key={tag}
            isChecked={place.tag === tag}
            onSelect={() => set({ tag: toggled(place.tag, tag) })}
          >
            {tag}
          </MenuChoice>
        ))}
        {isFiltered && (
          <>
            <MenuSeparator />
            <MenuItem onSelect={() => set(noFilters)}>Clear all filters</MenuItem>
          </>
        )}
      </Menu>
      {isSaving && <SaveViewDialog filter={filter} onClose={() => setIsSaving(false)} />}
    </>
  );
}

export const noFilters = {
  channel: undefined,
  priority: undefined,
  assignee: undefined,
  tag: undefined,
  unread: undefined,
} satisfies Partial<InboxPlace>;
