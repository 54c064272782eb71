"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { numbersQuery } from "@/components/calls/data/queries";
import { DateFilter } from "@/components/calls/list/date-filter";
import { type FilterChoice, filterChoices } from "@/components/calls/list/filter-choices";
import { filterPill } from "@/components/calls/list/filter-pill";
import { FilterSheet } from "@/components/calls/list/filter-sheet";
import { useCallsFilter } from "@/components/calls/list/use-calls-filter";
import { Button } from "@/components/ui/action/button";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";

/** Narrows the list: a row of small menus, on a phone one sheet. Everything chosen stands in the address. */
export function FilterBar({ timezone }: { timezone: string }) {
  const { filter, isFiltered, clear } = useCallsFilter();
  const { data: numbers = [] } = useQuery(numbersQuery);
  const [isOpen, setOpen] = useState(false);
  const choices = filterChoices(numbers);
  const count = Object.keys(filter).length;
  return (
    <search aria-label="Filter calls" className="mb-3 flex items-center gap-1.5">
      <div className="hidden flex-wrap items-center gap-1.5 md:flex">
        {choices.map((choice) => (
          <ChoiceMenu key={choice.name} choice={choice} />
        ))}
        <DateFilter timezone={timezone} />
      </div>
      <div className="md:hidden">
        <Button icon={<SlidersHorizontal aria-hidden />} onClick={() => setOpen(true)}>
          {count > 0 ? `Filter (${count})` : "Filter"}
        </Button>
      </div>
      {isFiltered && (
        <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={clear}>
          Clear
        </Button>
      )}
      <FilterSheet open={isOpen} onOpenChange={setOpen} choices={choices} timezone={timezone} />
    </search>
  );
}

function ChoiceMenu({ choice: { name, label, options } }: { choice: FilterChoice }) {
  const { filter, set } = useCallsFilter();
  const chosen = options.find(({ value }) => value === filter[name]);
  return (
    <Menu
      trigger={
        <button type="button" className={filterPill(Boolean(chosen))}>
          {chosen ? (
            <>
              <span className="sr-only">{label}: </span>
              {chosen.label}
            </>
          ) : (
            label
          )}
          <ChevronDown className="size-3.5" aria-hidden />
        </button>
      }
    >
      {options.map((option) => (
        <MenuChoice
          key={option.value}
          isChecked={option.value === chosen?.value}
          onSelect={() => set({ [name]: option.value === chosen?.value ? undefined : option.value })}
        >
          {option.label}
        </MenuChoice>
      ))}
      {chosen && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => set({ [name]: undefined })}>Any</MenuItem>
        </>
      )}
    </Menu>
  );
}
