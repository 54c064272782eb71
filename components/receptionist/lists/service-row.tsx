"use client";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { formatMoney } from "@/lib/kernel/money";
import type { Offers } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { PriceInput } from "./price-input";
import { RowCard } from "./row-card";

type ServiceRowProps = { index: number; isLast: boolean; onRemove: () => void; onMove: (by: -1 | 1) => void };

/** One service: name, time, price, whether it can be booked. */
export function ServiceRow({ index, isLast, onRemove, onMove }: ServiceRowProps) {
  const { control, formState } = useFormContext<Offers>();
  const { business } = useDesk();
  const row = useWatch({ control, name: `services.${index}` });
  return (
    <RowCard
      {...{
        name: row?.name ?? "",
        placeholder: "New service",
        summary: row && factsOf(row, business.currency),
      }}
      {...{ hasError: formState.errors.services?.[index] !== undefined }}
      {...{ isFirst: index === 0, isLast, onRemove, onMove }}
    >
      <ServiceFields index={index} />
    </RowCard>
  );
}

function ServiceFields({ index }: { index: number }) {
  const { register, control, formState } = useFormContext<Offers>();
  const { business } = useDesk();
  const errors = formState.errors.services?.[index];
  const path = `services.${index}` as const;
  const number = { type: "number", inputMode: "numeric", isTabular: true } as const;
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-3 sm:grid-cols-[minmax(0,1fr)_96px_96px_128px]">
      <div className="max-sm:col-span-2">
        <Field label="Service" error={errors?.name?.message ?? ""}>
          <Input {...register(`${path}.name`)} />
        </Field>
      </div>
      <Field label="Minutes" error={errors?.minutes?.message ?? ""}>
        <Input {...number} {...register(`${path}.minutes`, { valueAsNumber: true })} />
      </Field>
      <Field label="Pause after" error={errors?.bufferMinutes?.message ?? ""}>
        <Input {...number} {...register(`${path}.bufferMinutes`, { valueAsNumber: true })} />
      </Field>
      <div className="max-sm:col-span-2">
        <Field label="Price" error={errors?.priceMinor?.message ?? ""}>
          <Controller
            control={control}
            name={`${path}.priceMinor`}
            render={({ field }) => (
              <PriceInput value={field.value} onChange={field.onChange} currency={business.currency} />
            )}
          />
        </Field>
      </div>
      <div className="col-span-full">
        <Field label="In a few words" isOptional error={errors?.description?.message ?? ""}>
          <Input placeholder="Check-up, scaling and polish" {...register(`${path}.description`)} />
        </Field>
      </div>
      <div className="col-span-full">
        <Controller
          control={control}
          name={`${path}.isBookable`}
          render={({ field }) => (
            <Checkbox
              label="Can be booked on the phone"
              checked={field.value}
              onCheckedChange={field.onChange}
            />
          )}
        />
      </div>
    </div>
  );
}

/** "45 min · $120.00 · not booked on the phone", as far as it is known yet. */
function factsOf({ minutes, priceMinor, isBookable }: Offers["services"][number], currency: string): string {
  const facts = [
    Number.isFinite(minutes) ? `${minutes} min` : "",
    priceMinor !== null && Number.isFinite(priceMinor) ? formatMoney({ minor: priceMinor, currency }) : "",
    isBookable ? "" : "not booked on the phone",
  ];
  return facts.filter((fact) => fact !== "").join(" · ");
}
