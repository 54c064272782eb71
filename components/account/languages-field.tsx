"use client";
import { Plus } from "lucide-react";
import type { Choice } from "@/components/account/countries";
import { Button } from "@/components/ui/action/button";
import { Tag } from "@/components/ui/display/tag";
import { Combobox } from "@/components/ui/form/combobox";

type LanguagesFieldProps = {
  value: string[];
  onChange: (value: string[]) => void;
  languages: Choice[];
  label?: string;
  hint?: string;
  most?: number;
};

/** The languages that the business speaks with its customers, the preferred one first. */
export function LanguagesField({
  value,
  onChange,
  languages,
  label = "Languages you speak with customers",
  hint = "The first one is used where nothing else is known about a customer.",
  most = 10,
}: LanguagesFieldProps) {
  const labelOf = (tag: string) => languages.find((language) => language.value === tag)?.label ?? tag;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {value.map((tag) => (
          <Tag key={tag} onRemove={() => onChange(value.filter((other) => other !== tag))}>
            {labelOf(tag)}
          </Tag>
        ))}
        {value.length < most && (
          <Combobox
            label="Language"
            options={languages.filter((language) => !value.includes(language.value))}
            onValueChange={(tag) => onChange([...value, tag])}
            trigger={
              <Button size="sm" variant="ghost" icon={<Plus aria-hidden />}>
                Add a language
              </Button>
            }
          />
        )}
      </div>
      <p className="mt-1.5 text-meta text-muted">{hint}</p>
    </fieldset>
  );
}
