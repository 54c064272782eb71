"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Switch } from "@/components/ui/form/switch";
import { Section } from "@/components/ui/page/section";
import type { Switches, SwitchesChange } from "@/lib/switches/schema";

type SwitchListProps = {
  switches: Switches;
  carriers: { name: string; label: string; isPossible: boolean }[];
  hasModel: boolean;
};

type Named = Exclude<keyof Switches, "texting">;

/** Every switch; each applies at once, in every process within two seconds. */
export function SwitchList({ switches: given, carriers, hasModel }: SwitchListProps) {
  const [switches, setSwitches] = useState(given);
  const { save } = useSave();

  async function turn(change: SwitchesChange, what: string, isOn: boolean) {
    const before = switches;
    setSwitches({ ...before, ...change, texting: { ...before.texting, ...change.texting } });
    const call = () => callApi("PATCH", "/api/v1/platform/switches", { body: change });
    if (!(await save(call, `${what}: ${isOn ? "on" : "off"}`))) setSwitches(before);
  }

  const named = (name: Named, label: string, hint: string) => (
    <Switch
      label={label}
      hint={hint}
      checked={switches[name]}
      onCheckedChange={(isOn) => turn({ [name]: isOn }, label, isOn)}
    />
  );

  return (
    <>
      <Section title="Who may come" description="Each switch applies at once and stands in the audit trail.">
        <div className="flex flex-col gap-5">
          {named(
            "signUp",
            "Sign-up",
            "Strangers may set up a business. Off: you do, or members invite people.",
          )}
          {named("demo", "Demo", "The demo's businesses are open. Off: they are closed, not removed.")}
        </div>
      </Section>
      <Section title="What businesses may do">
        <div className="flex flex-col gap-5">
          {named(
            "numberPurchases",
            "Buying numbers through the platform",
            "Off: numbers are bought through accounts of their own only. Numbers that are there stay.",
          )}
          {named(
            "aiModel",
            "AI model",
            hasModel
              ? "Off: the built-in receptionist answers every call, from the next turn on."
              : "No model is connected (OPENAI_API_KEY): the built-in receptionist answers.",
          )}
        </div>
      </Section>
      <Section
        title="Texting"
        description="Off: texts through this carrier fail at once, say why, and cost nothing."
      >
        <div className="flex flex-col gap-5">
          {carriers.map(({ name, label, isPossible }) => (
            <Switch
              key={name}
              label={`Texts through ${label}`}
              {...(isPossible ? {} : { hint: "Switched off in the environment." })}
              isDisabled={!isPossible}
              checked={isPossible && switches.texting[name] !== false}
              onCheckedChange={(isOn) => turn({ texting: { [name]: isOn } }, `Texts through ${label}`, isOn)}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
