"use client";
import { Controller, useFormContext } from "react-hook-form";
import { LanguagesField } from "@/components/account/languages-field";
import { Field, FieldError } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { RadioGroup } from "@/components/ui/form/radio-group";
import { Section } from "@/components/ui/page/section";
import type { ReceptionistSettings, TalkChoices, TalkMode } from "@/lib/receptionist/schema";
import { useDesk } from "../desk/desk-context";

const talkOptions = [
  { value: "gather", label: "In turns", hint: "Listens, then answers. Works on every carrier." },
  {
    value: "relay",
    label: "Streaming",
    hint: "Words are spoken as they are thought, and callers may interrupt.",
  },
  {
    value: "stream",
    label: "Realtime model",
    hint: "The sound itself goes to a speech model and comes from it.",
  },
] as const;

/** What cannot be chosen says why and what to do; what stands chosen stays choosable. */
function optionsFor(choices: TalkChoices, chosen: TalkMode) {
  return talkOptions.map(({ value, label, hint }) => {
    const { isPossible, note } = choices[value];
    const words = note ? (
      <>
        {hint} <span className={isPossible ? undefined : "text-warn"}>{note}</span>
      </>
    ) : (
      hint
    );
    return { value, label, hint: words, isDisabled: !isPossible && value !== chosen };
  });
}

const recordingOptions = [
  { value: "off", label: "Never" },
  { value: "announce", label: "Always, and say so", hint: "“This call is recorded.”" },
  {
    value: "ask",
    label: "Only after the caller agrees",
    hint: "Asked before the greeting; a no is kept with the call.",
  },
];

/** Languages, voice, the way of talking, recording. */
export function HowItTalks() {
  const { control, register, formState } = useFormContext<ReceptionistSettings>();
  const { languageChoices, talkChoices } = useDesk();
  const { errors } = formState;
  return (
    <Section
      title="How it talks"
      description="It answers in the caller's language when that is one of these."
    >
      <div className="flex flex-col gap-5">
        <Controller
          control={control}
          name="languages"
          render={({ field }) => (
            <div className="flex flex-col gap-1.5">
              <LanguagesField
                value={field.value}
                onChange={field.onChange}
                languages={languageChoices}
                label="Languages"
                hint="The first one is spoken until the caller uses another."
                most={6}
              />
              {errors.languages?.message && <FieldError>{errors.languages.message}</FieldError>}
            </div>
          )}
        />
        <div className="sm:max-w-[360px]">
          <Field
            label="Voice"
            isOptional
            hint="The carrier's name for a voice, such as Polly.Joanna. Empty: its usual one."
            error={errors.voice?.message}
          >
            <Input autoComplete="off" {...register("voice")} />
          </Field>
        </div>
        <Controller
          control={control}
          name="talk"
          render={({ field }) => (
            <RadioGroup
              label="Way of talking"
              options={optionsFor(talkChoices, field.value)}
              value={field.value}
              onValueChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="recording"
          render={({ field }) => (
            <RadioGroup
              label="Record calls"
              options={recordingOptions}
              value={field.value}
              onValueChange={field.onChange}
            />
          )}
        />
      </div>
    </Section>
  );
}
