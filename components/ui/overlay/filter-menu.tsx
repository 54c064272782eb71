"use client";
import { ChevronDown } from "lucide-react";
import { filterPill } from "@/components/ui/overlay/filter-pill";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "./dropdown-menu";

type FilterMenuProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: string | undefined;
  /** The chosen option once more takes the choice back. */
  onChoose: (value: Value | undefined) => void;
  /** What no choice means. */
  anyLabel?: string;
};

/** A pill above a list that narrows it by one of a few options. */
export function FilterMenu<Value extends string>({
  label,
  options,
  value,
  onChoose,
  anyLabel = "Any",
}: FilterMenuProps<Value>) {
  const chosen = options.find((option) => option.value === value);
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
          onSelect={() => onChoose(option.value === chosen?.value ? undefined : option.value)}
        >
          {option.label}
        </MenuChoice>
      ))}
      {chosen && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onChoose(undefined)}>{anyLabel}</MenuItem>
        </>
      )}
    </Menu>
  );
}
