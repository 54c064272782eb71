"use client";
import { AtSign, MessageCircle, MessageSquare, Search, StickyNote } from "lucide-react";
import { useState } from "react";
import { Specimen } from "@/app/design/specimen";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { RadioGroup } from "@/components/ui/form/radio-group";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Select } from "@/components/ui/form/select";
import { Switch } from "@/components/ui/form/switch";
import { Textarea } from "@/components/ui/form/textarea";

const countries = [
  { value: "US", label: "United States", hint: "+1" },
  { value: "IN", label: "India", hint: "+91" },
  { value: "GB", label: "United Kingdom", hint: "+44" },
  { value: "DE", label: "Germany", hint: "+49" },
];

const channels = [
  { value: "sms", label: "SMS", icon: <MessageSquare aria-hidden /> },
  { value: "whatsapp", label: "WhatsApp", icon: <MessageCircle aria-hidden /> },
  { value: "note", label: "Note", icon: <StickyNote aria-hidden /> },
] as const;

const views = [
  { value: "open", label: "Open", count: 12 },
  { value: "mine", label: "Mine", count: 4 },
  { value: "snoozed", label: "Snoozed", count: 2 },
  { value: "closed", label: "Closed" },
] as const;

export function ShowcaseForms() {
  return (
    <>
      <TextFields />
      <Choices />
      <Specimen title="Radio group" isColumn>
        <RadioGroup
          label="When a text arrives"
          defaultValue="new"
          options={[
            { value: "new", label: "New thread", hint: "A text after closing opens a new conversation." },
            {
              value: "any",
              label: "Any message",
              hint: "It lands on the latest conversation and reopens it.",
            },
          ]}
        />
      </Specimen>
      <Segments />
    </>
  );
}

function TextFields() {
  const [country, setCountry] = useState("US");
  return (
    <Specimen title="Fields" isColumn>
      <Field label="Business name" hint="Customers hear and read it.">
        <Input defaultValue="Riverside Dental" />
      </Field>
      <Field label="E-mail" error="That address has no @. Is something missing?">
        <Input icon={<AtSign aria-hidden />} defaultValue="anika.riverside.example" />
      </Field>
      <Field label="Search" isLabelHidden>
        <Input type="search" icon={<Search aria-hidden />} placeholder="Search messages and customers" />
      </Field>
      <Field label="Greeting" isOptional>
        <Textarea defaultValue="Riverside Dental, this is Ava. How can I help?" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Priority">
          <Select
            defaultValue="normal"
            options={[
              { value: "low", label: "Low" },
              { value: "normal", label: "Normal" },
              { value: "high", label: "High", hint: "Stands on top of the list" },
            ]}
          />
        </Field>
        <Field label="Country">
          <Combobox label="Country" options={countries} value={country} onValueChange={setCountry} />
        </Field>
      </div>
      <Field label="Disabled">
        <Input disabled defaultValue="Only owners change this" />
      </Field>
    </Specimen>
  );
}

function Choices() {
  return (
    <Specimen title="Checkbox, switch" isColumn>
      <div>
        <Checkbox label="Tell me by e-mail" hint="Once a day, if something waits." defaultChecked />
        <Checkbox label="Some of them" checked="indeterminate" />
        <Checkbox label="Not chosen" />
        <Checkbox label="Not yours to change" isDisabled />
      </div>
      <div className="border-t border-line pt-3">
        <Switch label="Receptionist answers texts" hint="People can take over at any time." defaultChecked />
        <Switch label="Texts back missed calls" />
        <Switch label="Needs a connected number" isDisabled />
      </div>
    </Specimen>
  );
}

function Segments() {
  const [channel, setChannel] = useState<(typeof channels)[number]["value"]>("sms");
  const [view, setView] = useState<(typeof views)[number]["value"]>("open");
  const [range, setRange] = useState<"day" | "week" | "month">("week");
  return (
    <Specimen title="Segmented control" isColumn>
      <SegmentedControl look="quiet" label="View" options={views} value={view} onValueChange={setView} />
      <SegmentedControl
        look="pills"
        label="Channel"
        options={channels}
        value={channel}
        onValueChange={setChannel}
      />
      <SegmentedControl
        label="Range"
        options={[
          { value: "day", label: "Day" },
          { value: "week", label: "Week" },
          { value: "month", label: "Month" },
        ]}
        value={range}
        onValueChange={setRange}
      />
    </Specimen>
  );
}
