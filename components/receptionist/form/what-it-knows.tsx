"use client";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Textarea } from "@/components/ui/form/textarea";
import { Section } from "@/components/ui/page/section";
import type { ReceptionistSettings } from "@/lib/receptionist/schema";

/** Address and free text. */
export function WhatItKnows() {
  const { register, formState } = useFormContext<ReceptionistSettings>();
  const { errors } = formState;
  return (
    <Section
      title="What it knows"
      description="It answers only from what stands here and in the lists below. What it does not know, it says so and takes a message."
    >
      <div className="flex flex-col gap-4">
        <Field label="Address" isOptional error={errors.address?.message}>
          <Input autoComplete="street-address" {...register("address")} />
        </Field>
        <Field
          label="Good to know"
          isOptional
          hint="Parking, what to bring, how to pay, what you don't do. One thing per sentence."
          error={errors.facts?.message}
        >
          <Textarea rows={4} maxRows={16} {...register("facts")} />
        </Field>
      </div>
    </Section>
  );
}
