"use client";
import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { numbersQuery } from "@/components/calls/data/queries";
import { DateFilter } from "@/components/calls/list/date-filter";
import { filterChoices } from "@/components/calls/list/filter-choices";
import { FilterSheet } from "@/components/calls/list/filter-sheet";
import { useCallsFilter } from "@/components/calls/list/use-calls-filter";
import { Button } from "@/components/ui/action/button";
import { FilterMenu } from "@/components/ui/overlay/filter-menu";

/** Narrows the list: a row of small menus, on a phone one sheet. Everything chosen stands in the address. */
export function FilterBar({ timezone }: { timezone: string }) {
  const { filter, isFiltered, set, clear } = useCallsFilter();
  const { data: numbers = [] } = useQuery(numbersQuery);
  const [isOpen, setOpen] = useState(false);
  const choices = filterChoices(numbers);
  const count = Object.keys(filter).length;
  return (
    <search aria-label="Filter calls" className="mb-3 flex items-center gap-1.5">
      <div className="hidden flex-wrap items-center gap-1.5 md:flex">
        {choices.map((choice) => (
          <FilterMenu
            key={choice.name}
            label={choice.label}
            options={choice.options}
            value={filter[choice.name]}
            onChoose={(value) => set({ [choice.name]: value })}
          />
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
