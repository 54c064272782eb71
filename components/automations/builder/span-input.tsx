"use client";
import { useState } from "react";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";

const units = [
  { value: "1", label: "minutes" },
  { value: "60", label: "hours" },
  { value: "1440", label: "days" },
];

type SpanInputProps = {
  label: string;
  minutes: number;
  /** Hours and days only. */
  isCoarse?: boolean;
  onChange: (minutes: number) => void;
};

/** A length of time as a number and its unit. */
export function SpanInput({ label, minutes, isCoarse, onChange }: SpanInputProps) {
  const [wanted, setWanted] = useState(() => unitOf(minutes));
  const unit = minutes % wanted === 0 ? wanted : unitOf(minutes);
  const count = minutes / unit;
  return (
    <span className="flex items-center gap-2">
      <span className="w-20">
        <Input
          type="number"
          min={1}
          max={999}
          isTabular
          aria-label={label}
          value={count}
          onChange={(event) => onChange(Math.max(1, Math.round(Number(event.target.value) || 1)) * unit)}
        />
      </span>
      <span className="w-28">
        <Select
          label={`${label}: unit`}
          options={isCoarse ? units.slice(1) : units}
          value={String(unit)}
          onValueChange={(next) => {
            setWanted(Number(next));
            onChange(Math.max(1, Math.round(count)) * Number(next));
          }}
        />
      </span>
    </span>
  );
}

function unitOf(minutes: number): number {
  return minutes % 1440 === 0 ? 1440 : minutes % 60 === 0 ? 60 : 1;
}
