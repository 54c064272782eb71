import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import type { FlowChoices, Step } from "@/lib/flows/schema";
import { ConditionFields } from "./condition-fields";
import { MenuFields } from "./menu-fields";
import { PayFields } from "./pay-fields";
import { Words } from "./words";

type Of<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;
type StepFieldsProps = { step: Step; choices: FlowChoices; onChange: (step: Step) => void };

/** The fields of one kind of step. */
export function StepFields({ step, choices, onChange }: StepFieldsProps) {
  switch (step.kind) {
    case "say":
      return <Words label="Say" value={step.text} onValue={(text) => onChange({ ...step, text })} />;
    case "hang_up":
      return <Words label="Say goodbye" value={step.text} onValue={(text) => onChange({ ...step, text })} />;
    case "play":
      return (
        <Field label="Sound file" hint="An https address of an MP3 or WAV file.">
          <Input
            type="url"
            value={step.url}
            placeholder="https://"
            onChange={(event) => onChange({ ...step, url: event.target.value })}
          />
        </Field>
      );
    case "text":
      return (
        <Words label="Text to the caller" value={step.body} onValue={(body) => onChange({ ...step, body })} />
      );
    case "voicemail":
      return (
        <Words
          label="Greeting"
          value={step.greeting}
          hint="Left empty, the caller is asked for a message in their language."
          onValue={(greeting) => onChange({ ...step, greeting })}
        />
      );
    case "pay":
      return <PayFields step={step} onChange={onChange} />;
    case "menu":
      return <MenuFields step={step} onChange={onChange} />;
    case "collect":
      return <CollectFields step={step} onChange={onChange} />;
    case "condition":
      return <ConditionFields test={step.test} onChange={(test) => onChange({ ...step, test })} />;
    case "ring":
      return <RingFields step={step} choices={choices} onChange={onChange} />;
    case "queue":
      return <QueueFields step={step} choices={choices} onChange={onChange} />;
    case "transfer":
      return (
        <>
          <Field label="Number" hint="With plus and country code.">
            <Input
              type="tel"
              defaultValue={step.to}
              placeholder="+1 206 555 0100"
              onChange={(event) => {
                const to = event.target.value.replace(/[^\d+]/g, "");
                if (to === "" || /^\+[1-9]\d{6,14}$/.test(to)) onChange({ ...step, to });
              }}
            />
          </Field>
          <Seconds value={step.seconds} onValue={(seconds) => onChange({ ...step, seconds })} />
        </>
      );
    case "flow":
      return (
        <Field label="Which flow" hint="Only published ones can be gone to.">
          <Select
            options={[
              { value: "", label: "None yet" },
              ...choices.flows
                .filter((flow) => flow.isPublished)
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={step.flowId}
            onValueChange={(flowId) => onChange({ ...step, flowId })}
          />
        </Field>
      );
    case "hours":
      return <Plain>The opening hours and special days of the receptionist's settings decide.</Plain>;
    case "receptionist":
      return <Plain>Answers, books and transfers by itself. It ends the call, so nothing follows.</Plain>;
  }
}

function Plain({ children }: { children: string }) {
  return <p className="text-small text-muted">{children}</p>;
}

function Seconds({ value, onValue }: { value: number; onValue: (seconds: number) => void }) {
  const options = [10, 15, 20, 30, 45, 60].map((one) => ({ value: String(one), label: `${one} seconds` }));
  return (
    <Field label="Let it ring for">
      <Select options={options} value={String(value)} onValueChange={(text) => onValue(Number(text))} />
    </Field>
  );
}

type QueueProps = { step: Of<"queue">; choices: FlowChoices; onChange: (step: Step) => void };

function QueueFields({ step, choices: { queues }, onChange }: QueueProps) {
  const goesOn = queues.find(({ id }) => id === step.queueId)?.goesOn ?? false;
  return (
    <>
      <Field label="Which queue" hint="Who takes the calls and what callers hear is set under Queues.">
        <Select
          options={[
            { value: "", label: "None yet" },
            ...queues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={step.queueId}
          onValueChange={(queueId) => onChange({ ...step, queueId })}
        />
      </Field>
      {!goesOn && step.queueId !== "" && (
        <Plain>After the longest wait the queue's own setting holds, unless you choose a step below.</Plain>
      )}
    </>
  );
}

type CollectProps = { step: Of<"collect">; onChange: (step: Step) => void };

function CollectFields({ step, onChange }: CollectProps) {
  const ways = [
    { value: "keys", label: "Keys" },
    { value: "speech", label: "Voice" },
    { value: "both", label: "Keys or voice" },
  ] as const;
  return (
    <>
      <Words label="Ask" value={step.prompt} onValue={(prompt) => onChange({ ...step, prompt })} />
      <Field label="Remember it as" hint={`Later texts can say it: {${step.as}}`}>
        <Input
          value={step.as}
          maxLength={40}
          onChange={(event) => {
            const as = event.target.value.toLowerCase().replace(/[^a-z0-9_]/g, "_");
            if (/^[a-z]/.test(as)) onChange({ ...step, as });
          }}
        />
      </Field>
      <Field label="Given by">
        <Select
          options={ways}
          value={step.by}
          onValueChange={(by) =>
            onChange({ ...step, by: ways.find(({ value }) => value === by)?.value ?? "keys" })
          }
        />
      </Field>
    </>
  );
}

type RingProps = { step: Of<"ring">; choices: FlowChoices; onChange: (step: Step) => void };

function RingFields({ step, choices, onChange }: RingProps) {
  const toggle = (id: string, on: boolean) =>
    onChange({
      ...step,
      targetIds: on ? [...step.targetIds, id] : step.targetIds.filter((one) => one !== id),
    });
  return (
    <>
      {choices.targets.length === 0 && (
        <Plain>Nobody stands in the transfer list yet; see Receptionist.</Plain>
      )}
      {choices.targets.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={step.targetIds.includes(id)}
          onCheckedChange={(on) => toggle(id, on === true)}
        />
      ))}
      <Switch
        label="All at once"
        hint="The first who answers gets the call."
        checked={step.order === "together"}
        onCheckedChange={(on) => onChange({ ...step, order: on ? "together" : "in_turn" })}
      />
      <Seconds value={step.seconds} onValue={(seconds) => onChange({ ...step, seconds })} />
    </>
  );
}
