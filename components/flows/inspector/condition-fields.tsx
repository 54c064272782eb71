import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import type { Test } from "@/lib/flows/schema";

const fresh: Record<Test["about"], Test> = {
  caller: { about: "caller", is: "known" },
  value: { about: "value", name: "answer", is: "equal", text: "" },
  country: { about: "country", countries: [] },
  time: { about: "time", days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" },
};
const abouts = [
  { value: "caller", label: "Who calls" },
  { value: "value", label: "What the caller gave" },
  { value: "country", label: "Where the caller is from" },
  { value: "time", label: "Weekday and time" },
] as const;
const callers = [
  { value: "known", label: "Somebody we know" },
  { value: "unknown", label: "A new caller" },
  { value: "hidden", label: "A hidden number" },
] as const;
const compares = [
  { value: "equal", label: "is" },
  { value: "begins", label: "begins with" },
  { value: "given", label: "was given" },
] as const;
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

type ConditionFieldsProps = { test: Test; onChange: (test: Test) => void };

/** What a condition asks. */
export function ConditionFields({ test, onChange }: ConditionFieldsProps) {
  return (
    <>
      <Field label="Decide by">
        <Select
          options={abouts}
          value={test.about}
          onValueChange={(about) =>
            onChange(fresh[abouts.find(({ value }) => value === about)?.value ?? "caller"])
          }
        />
      </Field>
      <TestFields test={test} onChange={onChange} />
    </>
  );
}

function TestFields({ test, onChange }: ConditionFieldsProps) {
  switch (test.about) {
    case "caller":
      return (
        <Field label="Yes for">
          <Select
            options={callers}
            value={test.is}
            onValueChange={(is) =>
              onChange({ ...test, is: callers.find(({ value }) => value === is)?.value ?? "known" })
            }
          />
        </Field>
      );
    case "country":
      return (
        <Field label="Yes for these countries" hint="Two letters each, such as US, IN.">
          <Input
            defaultValue={test.countries.join(", ")}
            onChange={(event) =>
              onChange({
                ...test,
                countries:
                  event.target.value
                    .toUpperCase()
                    .match(/\b[A-Z]{2}\b/g)
                    ?.slice(0, 50) ?? [],
              })
            }
          />
        </Field>
      );
    case "value":
      return <ValueFields test={test} onChange={onChange} />;
    case "time":
      return <TimeFields test={test} onChange={onChange} />;
  }
}

type Of<About extends Test["about"]> = {
  test: Extract<Test, { about: About }>;
  onChange: (test: Test) => void;
};

function ValueFields({ test, onChange }: Of<"value">) {
  return (
    <>
      <Field label="Remembered as">
        <Input
          value={test.name}
          maxLength={40}
          onChange={(event) => onChange({ ...test, name: event.target.value })}
        />
      </Field>
      <Field label="Yes when it">
        <Select
          options={compares}
          value={test.is}
          onValueChange={(is) =>
            onChange({ ...test, is: compares.find(({ value }) => value === is)?.value ?? "equal" })
          }
        />
      </Field>
      {test.is !== "given" && (
        <Field label="Compare with">
          <Input
            value={test.text}
            maxLength={200}
            onChange={(event) => onChange({ ...test, text: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}

function TimeFields({ test, onChange }: Of<"time">) {
  const toggle = (day: number, on: boolean) =>
    onChange({ ...test, days: on ? [...test.days, day].sort() : test.days.filter((one) => one !== day) });
  return (
    <>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-small font-medium">Yes on</legend>
        {days.map((name, day) => (
          <Checkbox
            key={name}
            label={name}
            checked={test.days.includes(day)}
            onCheckedChange={(on) => toggle(day, on === true)}
          />
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-3">
        <Field label="From">
          <Input
            type="time"
            value={test.from}
            onChange={(event) => onChange({ ...test, from: event.target.value || "00:00" })}
          />
        </Field>
        <Field label="To">
          <Input
            type="time"
            value={test.to}
            onChange={(event) => onChange({ ...test, to: event.target.value || "00:00" })}
          />
        </Field>
      </div>
    </>
  );
}
