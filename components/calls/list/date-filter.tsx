"use client";
import { ChevronDown } from "lucide-react";
import { rangeWords, usualRanges } from "@/components/calls/list/date-words";
import { useCallsFilter } from "@/components/calls/list/use-calls-filter";
import { Button } from "@/components/ui/action/button";
import { useNow } from "@/components/ui/display/use-now";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { filterPill } from "@/components/ui/overlay/filter-pill";
import { Popover } from "@/components/ui/overlay/popover";

/** Which days: the usual stretches, or two dates. Days are the business's. */
export function DateFilter({ timezone }: { timezone: string }) {
  const { filter } = useCallsFilter();
  const now = new Date(useNow() ?? 0);
  const isSet = Boolean(filter.from || filter.to);
  return (
    <Popover
      label="Dates"
      trigger={
        <button type="button" className={filterPill(isSet)}>
          {isSet ? rangeWords(filter, now, timezone) : "Dates"}
          <ChevronDown className="size-3.5" aria-hidden />
        </button>
      }
    >
      <DateFields timezone={timezone} />
    </Popover>
  );
}

/** The fields alone, for the sheet of a phone. */
export function DateFields({ timezone }: { timezone: string }) {
  const { filter, set } = useCallsFilter();
  const now = new Date(useNow() ?? 0);
  const chosen = rangeWords(filter, now, timezone);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-1.5">
        {usualRanges(now, timezone).map(({ label, range }) => (
          <Button
            key={label}
            size="sm"
            aria-pressed={label === chosen}
            variant={label === chosen ? "primary" : "secondary"}
            onClick={() => set(label === chosen ? { from: undefined, to: undefined } : range)}
          >
            {label}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(["from", "to"] as const).map((name) => (
          <Field key={name} label={name === "from" ? "First day" : "Last day"}>
            <Input
              type="date"
              value={filter[name] ?? ""}
              onChange={(event) => set({ [name]: event.target.value || undefined })}
            />
          </Field>
        ))}
      </div>
      <p className="text-meta text-muted">Days in {timezone.replaceAll("_", " ")}</p>
    </div>
  );
}
