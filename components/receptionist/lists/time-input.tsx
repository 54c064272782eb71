"use client";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/form/control-class";

type TimeInputProps = {
  label: string;
  value: string;
  onChange: (time: string) => void;
  /** The end of a stretch: midnight is 24:00 and not the beginning of the day. */
  isEnd?: boolean;
};

/** A time of day, `HH:MM`. */
export function TimeInput({ label, value, onChange, isEnd }: TimeInputProps) {
  return (
    <input
      type="time"
      aria-label={label}
      step={300}
      value={value === "24:00" ? "00:00" : value}
      onChange={(event) => onChange(isEnd && event.target.value === "00:00" ? "24:00" : event.target.value)}
      className={cx(controlClass, "tabular h-control w-[104px] px-2")}
    />
  );
}
