"use client";
import { Braces } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Textarea } from "@/components/ui/form/textarea";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import { exampleOf, type VariableGroup, variablesOf } from "@/lib/kernel/variables";

type VariableTextProps = {
  label: string;
  value: string;
  groups: readonly VariableGroup[];
  error?: string | undefined;
  onChange: (value: string) => void;
};

/** A text with variables: a picker puts one where the cursor is, a line below shows how it will read. */
export function VariableText({ label, value, groups, error, onChange }: VariableTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  function insert(name: string) {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
    onChange(`${value.slice(0, selectionStart)}{{${name}}}${value.slice(selectionEnd)}`);
    requestAnimationFrame(() => field.current?.focus());
  }

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} {...(error ? { error } : {})}>
        <Textarea
          ref={field}
          value={value}
          rows={3}
          maxLength={1600}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Menu
          trigger={
            <Button size="sm" icon={<Braces aria-hidden />}>
              Insert
            </Button>
          }
        >
          {variablesOf(groups).map(({ name, label: words, example }) => (
            <MenuItem key={name} onSelect={() => insert(name)}>
              {words} <span className="text-muted">· {example}</span>
            </MenuItem>
          ))}
        </Menu>
        {value.includes("{{") && (
          <p className="min-w-0 flex-1 basis-60 pt-1 text-meta text-muted">
            Reads: <span className="text-text">{exampleOf(value)}</span>
          </p>
        )}
      </div>
    </div>
  );
}
