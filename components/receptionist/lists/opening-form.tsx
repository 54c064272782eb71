"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { CalendarPlus } from "lucide-react";
import { Controller, useFieldArray, useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/action/button";
import { FieldError } from "@/components/ui/form/field";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import { OpeningTimes } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";
import { DeskForm } from "../desk/desk-form";
import { useDeskPart } from "../desk/use-desk-part";
import { DayRow } from "./day-row";
import { WeekEditor } from "./week-editor";

/** The week, and the days that differ from it. */
export function OpeningForm() {
  const { opening, business } = useDesk();
  const form = useForm({ resolver: zodResolver(OpeningTimes), values: opening });
  const days = useFieldArray({ control: form.control, name: "days", keyName: "key" });
  const { failure } = useDeskPart("opening", form, {
    ...{ schema: OpeningTimes, path: "/api/v1/receptionist/opening" },
  });
  const { errors } = form.formState;
  const isUnsaid = useWatch({ control: form.control, name: "weekly" }).length === 0;
  const weekly = errors.weekly?.message ?? errors.weekly?.root?.message ?? firstOf(errors.weekly);
  return (
    <Section
      title="Opening hours"
      anchor="hours"
      description={`In the time of ${business.timezone.split("/").at(-1)?.replaceAll("_", " ")}. Appointments fall inside them, and outside them nobody is rung.`}
    >
      <DeskForm label="Opening hours" failure={failure}>
        {isUnsaid && (
          <div className="mb-3">
            <Banner tone="warn" title="Nothing can be booked yet">
              Appointments fall inside opening hours, and there are none.
            </Banner>
          </div>
        )}
        <Controller
          control={form.control}
          name="weekly"
          render={({ field }) => <WeekEditor value={field.value} onChange={field.onChange} />}
        />
        {weekly && <FieldError>{weekly}</FieldError>}
        {days.fields.length > 0 && (
          <ul
            className="mt-3 divide-y divide-line rounded-card border border-line bg-panel"
            aria-label="Special days"
          >
            {days.fields.map((row, index) => (
              <DayRow key={row.key} form={form} index={index} onRemove={() => days.remove(index)} />
            ))}
          </ul>
        )}
        <div className="mt-3">
          <Button
            icon={<CalendarPlus aria-hidden />}
            onClick={() => days.append({ day: "", opensAt: null, closesAt: null, reason: "" })}
          >
            Add a special day
          </Button>
        </div>
      </DeskForm>
    </Section>
  );
}

/** The sentence of the first line of the week that cannot be. */
function firstOf(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  const rows: { opensAt?: { message?: string }; closesAt?: { message?: string } }[] = errors.filter(Boolean);
  return rows.flatMap((row) => [row.opensAt?.message, row.closesAt?.message]).find(Boolean);
}
