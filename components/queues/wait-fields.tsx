import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import { Textarea } from "@/components/ui/form/textarea";
import type { QueueSettings } from "@/lib/queues/schema";

export type GivenSettings = Omit<QueueSettings, "music">;
type PartProps = { settings: GivenSettings; set: (change: Partial<GivenSettings>) => void };

const seconds = (...values: number[]) =>
  values.map((value) => ({
    value: String(value),
    label: value < 60 ? `${value} seconds` : value === 60 ? "1 minute" : `${value / 60} minutes`,
  }));

/** What callers are told while they wait. */
export function WordsFields({ settings, set }: PartProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field label="Welcome" hint="Said once, before the music." isOptional>
        <Textarea
          rows={2}
          maxLength={500}
          value={settings.welcome}
          onChange={(event) => set({ welcome: event.target.value })}
        />
      </Field>
      <Field label="Messages" hint="One a line; said in turn between the music." isOptional>
        <Textarea
          rows={3}
          value={settings.messages.join("\n")}
          onChange={(event) =>
            set({ messages: event.target.value === "" ? [] : event.target.value.split("\n").slice(0, 10) })
          }
        />
      </Field>
      <Field label="Words every">
        <Select
          options={seconds(15, 20, 30, 45, 60, 120)}
          value={String(settings.everySeconds)}
          onValueChange={(value) => set({ everySeconds: Number(value) })}
        />
      </Field>
      <Switch
        label="Say their place in the line"
        checked={settings.saysPosition}
        onCheckedChange={(saysPosition) => set({ saysPosition })}
      />
      <Switch
        label="Say about how long it takes"
        hint="From how long the last talks took and how many people are there."
        checked={settings.saysWait}
        onCheckedChange={(saysWait) => set({ saysWait })}
      />
    </div>
  );
}

const exits = [
  { value: "voicemail", label: "They leave a message" },
  { value: "receptionist", label: "The receptionist talks with them" },
  { value: "hang_up", label: "They hear some words, and the call ends" },
  { value: "go_on", label: "The flow goes on" },
] as const;

const keyChoices = [
  { value: "", label: "Nothing" },
  { value: "voicemail", label: "Leave a message" },
  { value: "receptionist", label: "Talk to the receptionist" },
] as const;

/** How somebody comes out of the queue without having talked to anybody. */
export function ExitFields({ settings, set }: PartProps) {
  const exitOf = (key: string) => settings.keys.find((one) => one.key === key)?.to ?? "";
  const setKey = (key: string, value: string) => {
    const to = keyChoices.find((one) => one.value === value)?.value ?? "";
    const others = settings.keys.filter((one) => one.key !== key);
    set({ keys: to === "" ? others : [...others, { key, to }].sort((a, b) => a.key.localeCompare(b.key)) });
  };
  return (
    <div className="flex flex-col gap-4">
      <Field label="Longest wait">
        <Select
          options={seconds(60, 120, 180, 300, 600, 900, 1800, 3600)}
          value={String(settings.longestSeconds)}
          onValueChange={(value) => set({ longestSeconds: Number(value) })}
        />
      </Field>
      <Field label="After that">
        <Select
          options={exits}
          value={settings.whenTooLong}
          onValueChange={(value) =>
            set({ whenTooLong: exits.find((one) => one.value === value)?.value ?? "voicemail" })
          }
        />
      </Field>
      {settings.whenTooLong === "hang_up" && (
        <Field label="Last words" isOptional>
          <Input
            value={settings.lastWords}
            maxLength={500}
            onChange={(event) => set({ lastWords: event.target.value })}
          />
        </Field>
      )}
      {["1", "2"].map((key) => (
        <Field key={key} label={`Key ${key} while waiting`}>
          <Select options={keyChoices} value={exitOf(key)} onValueChange={(value) => setKey(key, value)} />
        </Field>
      ))}
      <Switch
        label="Wait even when nobody is there"
        hint="Otherwise callers hear so at once, and go on as after the longest wait."
        checked={settings.waitsForNobody}
        onCheckedChange={(waitsForNobody) => set({ waitsForNobody })}
      />
    </div>
  );
}
