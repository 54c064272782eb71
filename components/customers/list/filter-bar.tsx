"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronDown, Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { filterPill } from "@/components/calls/list/filter-pill";
import { type CustomersFilter, facetsQuery } from "@/components/customers/data/queries";
import { useCustomersFilter } from "@/components/customers/list/customers-place";
import { Button } from "@/components/ui/action/button";
import { Input } from "@/components/ui/form/input";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";
import { mostCounted } from "@/lib/customers/schema";

type Choice = {
  name: keyof CustomersFilter;
  label: string;
  options: { value: string; label: string }[];
};

/** Finds and narrows: a field that searches as one types, and small menus. Everything chosen stands in the address. */
export function FilterBar() {
  const { filter, isFiltered, clear } = useCustomersFilter();
  const { data: facets } = useQuery({ ...facetsQuery(filter), placeholderData: keepPreviousData });
  return (
    <search aria-label="Find customers" className="mb-3 flex flex-wrap items-center gap-1.5">
      <SearchField />
      {choicesOf(facets?.tags ?? [], facets?.countries ?? []).map((choice) => (
        <ChoiceMenu key={choice.name} choice={choice} />
      ))}
      {isFiltered && (
        <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={clear}>
          Clear
        </Button>
      )}
      <output className="tabular ml-auto text-meta text-muted">{facets && countWords(facets.count)}</output>
    </search>
  );
}

function countWords(count: number): string {
  if (count >= mostCounted) return `${mostCounted.toLocaleString("en")}+ customers`;
  return `${count.toLocaleString("en")} ${count === 1 ? "customer" : "customers"}`;
}

const waitMs = 150;

function SearchField() {
  const { filter, set } = useCustomersFilter();
  const [text, setText] = useState(filter.search ?? "");
  const written = useRef(filter.search ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The address changed by itself: Clear, or a way back.
    if ((filter.search ?? "") === written.current) return;
    written.current = filter.search ?? "";
    setText(written.current);
  }, [filter.search]);

  function search(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = next.trim();
      set({ search: written.current || undefined });
    }, waitMs);
  }

  return (
    <span className="w-full sm:w-72">
      <Input
        type="search"
        aria-label="Search customers"
        placeholder="Name, number or e-mail"
        icon={<Search />}
        value={text}
        onChange={(event) => search(event.target.value)}
      />
    </span>
  );
}

function choicesOf(tags: string[], countries: string[]): Choice[] {
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
  return [
    { name: "tag", label: "Tag", options: tags.map((tag) => ({ value: tag, label: tag })) },
    {
      ...{ name: "country", label: "Country" },
      options: countries.map((code) => ({ value: code, label: regions.of(code) ?? code })),
    },
    {
      ...{ name: "reach", label: "Reach" },
      options: [
        { value: "phone", label: "Has a phone number" },
        { value: "whatsapp", label: "Writes on WhatsApp" },
      ],
    },
    { name: "consent", label: "Consent", options: [{ value: "opted_out", label: "Opted out" }] },
    {
      ...{ name: "sort", label: "Newest first" },
      options: [{ value: "name", label: "A to Z" }],
    },
  ];
}

function ChoiceMenu({ choice: { name, label, options } }: { choice: Choice }) {
  const { filter, set } = useCustomersFilter();
  const chosen = options.find(({ value }) => value === filter[name]);
  if (options.length === 0) return null;
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
          <MenuItem onSelect={() => set({ [name]: undefined })}>
            {name === "sort" ? "Newest first" : "Any"}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
