"use client";
import { ChevronsUpDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "@/components/ui/cx";
import { ComboboxList, type ComboboxOption } from "@/components/ui/form/combobox-list";
import { controlClass } from "@/components/ui/form/control-class";
import { useFieldControl } from "@/components/ui/form/field-context";
import { Popover } from "@/components/ui/overlay/popover";

type ComboboxProps = {
  options: ComboboxOption[];
  value?: string;
  onValueChange: (value: string) => void;
  /** Accessible name of the list and of its search field: "Country". */
  label: string;
  placeholder?: string;
  /** What to say when nothing fits. */
  emptyText?: string;
  /** Set to search on the server; the options are then shown as they come. */
  onSearch?: (query: string) => void;
  isLoading?: boolean;
  isDisabled?: boolean;
  /** Another button that opens the list, for a toolbar or a table cell. */
  trigger?: ReactNode;
  id?: string;
};

/** One of many values, found by typing: countries, members, time zones. */
export function Combobox({ trigger, id, ...props }: ComboboxProps) {
  const [open, setOpen] = useState(false);
  const control = useFieldControl({ id });
  const chosen = props.options.find((option) => option.value === props.value);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={props.label}
      isFlush
      trigger={
        trigger ?? (
          <button
            type="button"
            {...control}
            disabled={props.isDisabled}
            className={cx(controlClass, "flex h-control items-center gap-2 pr-2.5 pl-3 text-left")}
          >
            {chosen?.icon}
            <span className={cx("min-w-0 flex-1 truncate", !chosen && "text-muted")}>
              {chosen?.label ?? props.placeholder ?? "Choose…"}
            </span>
            <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />
          </button>
        )
      }
    >
      <ComboboxList
        {...props}
        onChoose={(value) => {
          props.onValueChange(value);
          setOpen(false);
        }}
      />
    </Popover>
  );
}
