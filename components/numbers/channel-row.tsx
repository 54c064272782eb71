"use client";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import type { ChannelChange, NumberView } from "@/lib/numbers/schema";

const names: Record<string, string> = { sms: "Texts (SMS)", whatsapp: "WhatsApp", voice: "Calls" };

const modes = [
  { value: "new_thread", label: "New after closing" },
  { value: "any_message", label: "Always the latest" },
];

const priorities = [
  { value: "low", label: "Low" },
  { value: "normal", label: "Normal" },
  { value: "high", label: "High" },
  { value: "urgent", label: "Urgent" },
];

const replyModes = [
  { value: "send", label: "Answers by itself" },
  { value: "draft", label: "Suggests an answer" },
  { value: "off", label: "Stays silent" },
];

type ChannelRowProps = {
  numberId: string;
  channel: NumberView["channels"][number];
  people: { id: string; name: string }[];
};

/** One channel of a number: on or off, and what a new conversation on it is like. Each change is saved at once. */
export function ChannelRow({ numberId, channel, people }: ChannelRowProps) {
  const { save } = useSave();
  const { kind, isEnabled, ticketMode, defaultPriority, autoAssign, replies } = channel;
  const assignee = autoAssign.to === "member" ? autoAssign.memberId : autoAssign.to;

  const change = (body: ChannelChange) =>
    save(() => callApi("PATCH", `/api/v1/numbers/${numberId}/channels/${kind}`, { body }), "Saved");

  return (
    <li className="py-3">
      <Switch
        label={names[kind] ?? kind}
        checked={isEnabled}
        onCheckedChange={(on) => change({ isEnabled: on })}
      />
      {isEnabled && (
        <div className="mt-3 grid gap-3 sm:grid-cols-3">
          <Field label="Tickets">
            <Select
              options={modes}
              value={ticketMode}
              onValueChange={(value) =>
                change({ ticketMode: value === "any_message" ? "any_message" : "new_thread" })
              }
            />
          </Field>
          <Field label="Priority">
            <Select
              options={priorities}
              value={defaultPriority}
              onValueChange={(value) => change({ defaultPriority: priorityOf(value) })}
            />
          </Field>
          <Field label="Goes to">
            <Select
              options={[
                { value: "nobody", label: "Nobody" },
                { value: "assistant", label: "Receptionist (AI)" },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={assignee}
              onValueChange={(value) => change({ autoAssign: assigneeOf(value) })}
            />
          </Field>
          {kind !== "voice" && (
            <div className="sm:col-span-3">
              <Field
                label="Receptionist"
                hint="In conversations that are left to it. It falls silent as soon as somebody takes over."
              >
                <Select
                  options={replyModes}
                  value={replies}
                  onValueChange={(value) => change({ replies: replyModeOf(value) })}
                />
              </Field>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function priorityOf(value: string): NonNullable<ChannelChange["defaultPriority"]> {
  if (value === "low" || value === "high" || value === "urgent") return value;
  return "normal";
}

function replyModeOf(value: string): NonNullable<ChannelChange["replies"]> {
  return value === "off" || value === "draft" ? value : "send";
}

function assigneeOf(value: string): NonNullable<ChannelChange["autoAssign"]> {
  if (value === "nobody" || value === "assistant") return { to: value };
  return { to: "member", memberId: value };
}
