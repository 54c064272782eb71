"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type CustomersFilter, facetsQuery } from "@/components/customers/data/queries";
import { useCustomersFilter } from "@/components/customers/list/customers-place";
import { Button } from "@/components/ui/action/button";
import { Input } from "@/components/ui/form/input";
import { FilterMenu } from "@/components/ui/overlay/filter-menu";
import { mostCounted } from "@/lib/customers/schema";

type Choice = {
  name: keyof CustomersFilter;
  label: string;
  options: { value: string; label: string }[];
  anyLabel?: string;
};

/** Finds and narrows: a field that searches as one types, and small menus. Everything chosen stands in the address. */
export function FilterBar() {
  const { filter, isFiltered, set, clear } = useCustomersFilter();
  const { data: facets } = useQuery({ ...facetsQuery(filter), placeholderData: keepPreviousData });
  return (
    <search aria-label="Find customers" className="mb-3 flex flex-wrap items-center gap-1.5">
      <SearchField />
      {choicesOf(facets?.tags ?? [], facets?.countries ?? [])
        .filter(({ options }) => options.length > 0)
        .map(({ name, label, options, anyLabel }) => (
          <FilterMenu
            key={name}
            label={label}
            options={options}
            anyLabel={anyLabel}
            value={filter[name]}
            onChoose={(value) => set({ [name]: value })}
          />
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
      ...{ name: "sort", label: "Newest first", anyLabel: "Newest first" },
      options: [{ value: "name", label: "A to Z" }],
    },
  ];
}
