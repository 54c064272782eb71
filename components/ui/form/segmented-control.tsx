"use client";
import { RadioGroup as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const looks = {
  track: {
    root: "rounded-control bg-selection p-0.5 gap-0.5",
    item: "rounded-[6px] data-[state=checked]:bg-raised data-[state=checked]:text-text data-[state=checked]:shadow-raised",
  },
  pills: {
    root: "gap-0.5",
    item: "rounded-control data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent-ink data-[state=checked]:font-semibold",
  },
  quiet: {
    root: "gap-0.5",
    item: "rounded-control data-[state=checked]:bg-selection data-[state=checked]:text-text data-[state=checked]:font-semibold",
  },
};

type SegmentedControlProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string; icon?: ReactNode; count?: number; isDisabled?: boolean }[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** track: a setting; pills: the channel of a composer; quiet: the views of a list, with counts. */
  look?: keyof typeof looks;
};

/** One of two to five short choices side by side, applied at once. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onValueChange, look = "track" } = props;
  return (
    <Primitive.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option) onValueChange(option.value);
      }}
      className={cx("inline-flex w-fit max-w-full overflow-x-auto [scrollbar-width:none]", looks[look].root)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          disabled={option.isDisabled}
          className={cx(
            "inline-flex h-control-sm shrink-0 items-center gap-1.5 whitespace-nowrap px-2.5 text-small text-muted transition-colors duration-100 hover:text-text focus-visible:-outline-offset-2 disabled:opacity-50 [&_svg]:size-4",
            looks[look].item,
          )}
        >
          {option.icon}
          {option.label}
          {option.count !== undefined && <span className="tabular font-normal">{option.count}</span>}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
