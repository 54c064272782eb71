"use client";
import { Controller, useFormContext } from "react-hook-form";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Switch } from "@/components/ui/form/switch";
import { Section } from "@/components/ui/page/section";
import type { ReceptionistSettings } from "@/lib/receptionist/schema";

const abilities = [
  {
    name: "abilities.book",
    label: "Book appointments",
    hint: "Only free times, only after the caller agreed.",
  },
  { name: "abilities.move", label: "Move the caller's own appointments" },
  { name: "abilities.cancel", label: "Cancel the caller's own appointments" },
  {
    name: "abilities.takeMessages",
    label: "Take messages",
    hint: "They stand as a note in the conversation.",
  },
  {
    name: "abilities.textCaller",
    label: "Text the caller",
    hint: "To the number that is calling, never to another.",
  },
  {
    name: "abilities.transfer",
    label: "Put calls through",
    hint: "To the people listed below, never to a number somebody names.",
  },
] as const;

const limits = [
  { name: "limits.turns", label: "Turns", hint: "4 to 200" },
  { name: "limits.minutes", label: "Minutes", hint: "1 to 60" },
  { name: "limits.texts", label: "Texts", hint: "0 to 5" },
] as const;

/** Abilities, and where a conversation is cut. */
export function WhatItMay() {
  const { control, register, formState } = useFormContext<ReceptionistSettings>();
  const errors = formState.errors.limits;
  return (
    <Section title="What it may do" description="Switched off, it offers to take a message instead.">
      <div className="flex flex-col gap-1.5">
        {abilities.map(({ name, label, ...rest }) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <Switch label={label} {...rest} checked={field.value} onCheckedChange={field.onChange} />
            )}
          />
        ))}
      </div>
      <fieldset className="mt-5">
        <legend className="mb-2 text-small font-medium">At most, per call</legend>
        <div className="grid grid-cols-3 gap-3 sm:max-w-[420px]">
          {limits.map(({ name, label, hint }) => {
            const key = name === "limits.turns" ? "turns" : name === "limits.minutes" ? "minutes" : "texts";
            return (
              <Field
                key={name}
                label={label}
                hint={hint}
                {...(errors?.[key]?.message ? { error: errors[key].message } : {})}
              >
                <Input
                  type="number"
                  inputMode="numeric"
                  isTabular
                  {...register(name, { valueAsNumber: true })}
                />
              </Field>
            );
          })}
        </div>
      </fieldset>
    </Section>
  );
}
