"use client";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Textarea } from "@/components/ui/form/textarea";
import { Section } from "@/components/ui/page/section";
import type { ReceptionistSettings } from "@/lib/receptionist/schema";

/** Name, first words and manner. */
export function WhoAnswers() {
  const { register, formState } = useFormContext<ReceptionistSettings>();
  const { errors } = formState;
  return (
    <Section title="Who answers" description="The voice your callers hear first. Short and warm works best.">
      <div className="flex flex-col gap-4">
        <div className="sm:max-w-[280px]">
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" {...register("name")} />
          </Field>
        </div>
        <Field
          label="Greeting"
          hint="Spoken as soon as the call is picked up."
          error={errors.greeting?.message}
        >
          <Textarea rows={2} {...register("greeting")} />
        </Field>
        <Field
          label="Manner"
          isOptional
          hint="How it should come across: “Warm and unhurried. Never gives medical advice.”"
          error={errors.persona?.message}
        >
          <Textarea rows={2} {...register("persona")} />
        </Field>
      </div>
    </Section>
  );
}
