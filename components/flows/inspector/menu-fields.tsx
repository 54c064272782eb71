import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import type { Choice, Step } from "@/lib/flows/schema";
import { Words } from "./words";

type Menu = Extract<Step, { kind: "menu" }>;
const keys = [..."1234567890*#"];

/** What a menu says, and its keys with what they are for. */
export function MenuFields({ step, onChange }: { step: Menu; onChange: (step: Step) => void }) {
  const set = (at: number, change: Partial<Choice>) =>
    onChange({
      ...step,
      choices: step.choices.map((one, index) => (index === at ? { ...one, ...change } : one)),
    });
  const free = keys.find((key) => !step.choices.some((one) => one.key === key));
  return (
    <>
      <Words label="Say" value={step.prompt} onValue={(prompt) => onChange({ ...step, prompt })} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-small font-medium">Choices</legend>
        {step.choices.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice has no other name than its place
          <div key={index} className="flex items-center gap-2">
            <span className="w-20 shrink-0">
              <Select
                label={`Key of choice ${index + 1}`}
                options={keys.map((key) => ({ value: key, label: key }))}
                value={choice.key}
                onValueChange={(key) => set(index, { key })}
              />
            </span>
            <Input
              aria-label={`What key ${choice.key} is for`}
              value={choice.label}
              maxLength={80}
              placeholder="What for"
              onChange={(event) => set(index, { label: event.target.value })}
            />
            <IconButton
              label={`Remove key ${choice.key}`}
              icon={<X aria-hidden />}
              onClick={() => onChange({ ...step, choices: step.choices.filter((_, at) => at !== index) })}
            />
          </div>
        ))}
      </fieldset>
      {free && (
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() =>
              onChange({
                ...step,
                choices: [...step.choices, { key: free, label: "", words: [], next: null }],
              })
            }
          >
            Add a choice
          </Button>
        </div>
      )}
      <Switch
        label="Listens too"
        hint="Callers may say what a key is for."
        checked={step.hears}
        onCheckedChange={(hears) => onChange({ ...step, hears })}
      />
    </>
  );
}
