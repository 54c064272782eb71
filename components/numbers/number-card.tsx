"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { Tag } from "@/components/ui/display/tag";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Switch } from "@/components/ui/form/switch";
import type { NumberView } from "@/lib/numbers/schema";
import type { CallRouting } from "@/lib/setup/schema";
import { ChannelRow } from "./channel-row";
import { ReleaseButton } from "./release-button";
import { type RingTarget, RoutingField } from "./routing-field";

type NumberCardProps = {
  number: NumberView;
  people: { id: string; name: string }[];
  routing: CallRouting | undefined;
  targets: RingTarget[];
  flows: { id: string; name: string }[];
};

/** One number: its name, its channels and the way out. */
export function NumberCard({ number, people, routing, targets, flows }: NumberCardProps) {
  const { id, e164, carrier, isDemo, channels } = number;
  const kinds = channels.map(({ kind }) => kind);
  const texts = kinds.includes("sms") && !kinds.includes("whatsapp");
  return (
    <section aria-label={e164} className="rounded-card border border-line bg-panel p-4 md:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-title">
          <PhoneNumber e164={e164} />
        </h2>
        <Tag tone="quiet">{carrier.replace(/^./, (letter) => letter.toUpperCase())}</Tag>
        {isDemo && <Tag tone="accent">Demo number</Tag>}
      </div>
      <LabelField id={id} label={number.label} />
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {channels.map((channel) => (
          <ChannelRow key={channel.kind} numberId={id} channel={channel} people={people} />
        ))}
      </ul>
      {kinds.includes("voice") && number.looksUpNames !== null && (
        <CallerNames id={id} isOn={number.looksUpNames} carrier={carrier} />
      )}
      {kinds.includes("voice") && routing && (
        <RoutingField id={id} routing={routing} targets={targets} flows={flows} />
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {texts && <AddWhatsapp id={id} />}
        <span className="flex-1" />
        <ReleaseButton id={id} e164={e164} />
      </div>
    </section>
  );
}

function LabelField({ id, label }: { id: string; label: string }) {
  const [text, setText] = useState(label);
  const { save, isSaving } = useSave();
  const isChanged = text.trim() !== label && text.trim() !== "";
  return (
    <div className="mt-3 flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <Field label="Name">
          <Input value={text} onChange={(event) => setText(event.target.value)} maxLength={80} />
        </Field>
      </div>
      {isChanged && (
        <Button
          isLoading={isSaving}
          onClick={() =>
            save(() => callApi("PATCH", `/api/v1/numbers/${id}`, { body: { label: text } }), "Saved")
          }
        >
          Save
        </Button>
      )}
    </div>
  );
}

function CallerNames({ id, isOn, carrier }: { id: string; isOn: boolean; carrier: string }) {
  const { save } = useSave();
  const name = carrier.replace(/^./, (letter) => letter.toUpperCase());
  const change = (looksUpNames: boolean) =>
    save(
      () => callApi("PATCH", `/api/v1/numbers/${id}`, { body: { looksUpNames } }),
      looksUpNames ? "Names come along from the next call on" : "Names are no longer looked up",
    );
  return (
    <div className="mt-4">
      <Switch
        label="Look up callers' names"
        hint={`${name} charges about one US cent for each call, and knows names of callers from the US only.`}
        checked={isOn}
        onCheckedChange={change}
      />
    </div>
  );
}

function AddWhatsapp({ id }: { id: string }) {
  const { save, isSaving } = useSave();
  return (
    <Button
      size="sm"
      variant="ghost"
      isLoading={isSaving}
      onClick={() =>
        save(
          () => callApi("PATCH", `/api/v1/numbers/${id}/channels/whatsapp`, { body: { isEnabled: true } }),
          "WhatsApp is on here. Approve the sender in the carrier's console too.",
        )
      }
    >
      Add WhatsApp
    </Button>
  );
}
