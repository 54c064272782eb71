"use client";
import { Input } from "@/components/ui/form/input";
import type { Rule } from "@/lib/automations/schema";
import { SpanInput } from "./span-input";

type LimitsPartProps = { limits: Rule["limits"]; onChange: (limits: Rule["limits"]) => void };

/** How often it may happen, so that nobody is flooded. */
export function LimitsPart({ limits, onChange }: LimitsPartProps) {
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <span className="w-20">
        <Input
          type="number"
          min={1}
          max={20}
          isTabular
          aria-label="Times per customer"
          value={limits.timesPerCustomer}
          onChange={(event) =>
            onChange({
              ...limits,
              timesPerCustomer: Math.min(20, Math.max(1, Math.round(Number(event.target.value) || 1))),
            })
          }
        />
      </span>
      <span className="text-muted">
        {limits.timesPerCustomer === 1 ? "time" : "times"} per customer within
      </span>
      <SpanInput
        label="Within"
        isCoarse
        minutes={limits.withinHours * 60}
        onChange={(minutes) =>
          onChange({ ...limits, withinHours: Math.min(8760, Math.max(1, Math.round(minutes / 60))) })
        }
      />
    </div>
  );
}
