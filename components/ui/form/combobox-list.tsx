"use client";
import { Command } from "cmdk";
import { Check, Search } from "lucide-react";
import type { ReactNode } from "react";

export type ComboboxOption = {
  value: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  /** Other words that find it. */
  keywords?: string[];
};

type ComboboxListProps = {
  options: ComboboxOption[];
  value?: string;
  label: string;
  emptyText?: string;
  onSearch?: (query: string) => void;
  isLoading?: boolean;
  onChoose: (value: string) => void;
};

/** The search field and the list of a Combobox. */
export function ComboboxList(props: ComboboxListProps) {
  const { options, value, label, emptyText = "Nothing fits.", onSearch, isLoading, onChoose } = props;
  return (
    <Command
      label={label}
      shouldFilter={!onSearch}
      className="w-[max(var(--radix-popover-trigger-width),240px)]"
    >
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search className="size-4 shrink-0 text-muted" aria-hidden />
        <Command.Input
          onValueChange={onSearch}
          placeholder="Type to search"
          className="h-10 w-full bg-transparent text-field outline-none focus-visible:outline-none pointer-coarse:h-11"
        />
      </div>
      <Command.List className="scroll-quiet max-h-72 overflow-y-auto p-1">
        {isLoading ? (
          <Command.Loading>
            <p className="animate-pulse-soft px-2.5 py-3 text-muted">Searching…</p>
          </Command.Loading>
        ) : (
          <Command.Empty className="px-2.5 py-3 text-muted">{emptyText}</Command.Empty>
        )}
        {options.map((option) => (
          <Command.Item
            key={option.value}
            value={option.value}
            keywords={[option.label, ...(option.keywords ?? [])]}
            onSelect={() => onChoose(option.value)}
            className="flex min-h-control cursor-default select-none items-center gap-2.5 rounded-control px-2.5 py-1.5 data-[selected=true]:bg-selection [&_svg]:size-4"
          >
            {option.icon}
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.hint && <span className="shrink-0 text-meta text-muted">{option.hint}</span>}
            <span className="w-4 shrink-0 text-accent">
              {option.value === value && <Check aria-label="Chosen" />}
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
