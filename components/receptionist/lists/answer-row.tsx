"use client";
import { useFormContext, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Textarea } from "@/components/ui/form/textarea";
import type { KnownAnswers } from "@/lib/receptionist/schema";
import { RowCard } from "./row-card";

type AnswerRowProps = { index: number; isLast: boolean; onRemove: () => void; onMove: (by: -1 | 1) => void };

/** One question with its answer. */
export function AnswerRow({ index, isLast, onRemove, onMove }: AnswerRowProps) {
  const { register, control, formState } = useFormContext<KnownAnswers>();
  const row = useWatch({ control, name: `answers.${index}` });
  const errors = formState.errors.answers?.[index];
  return (
    <RowCard
      {...{ name: row?.question ?? "", placeholder: "New question", summary: row?.answer }}
      {...{ hasError: errors !== undefined, isFirst: index === 0, isLast, onRemove, onMove }}
    >
      <div className="flex flex-col gap-3">
        <Field label="Question" error={errors?.question?.message ?? ""}>
          <Input placeholder="Is there parking?" {...register(`answers.${index}.question`)} />
        </Field>
        <Field label="Answer" error={errors?.answer?.message ?? ""}>
          <Textarea rows={2} {...register(`answers.${index}.answer`)} />
        </Field>
      </div>
    </RowCard>
  );
}
