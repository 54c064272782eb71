"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { RadioGroup } from "@/components/ui/form/radio-group";
import { Select } from "@/components/ui/form/select";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import type { QueueView } from "@/lib/queues/schema";
import { MusicField } from "./music-field";
import { PeopleField } from "./people-field";
import { ExitFields, type GivenSettings, WordsFields } from "./wait-fields";

const strategies = [
  {
    value: "longest_idle",
    label: "Longest idle first",
    hint: "Whoever has been free the longest is rung, so everybody gets the same share.",
  },
  { value: "in_order", label: "In order", hint: "The first of the list who is free is rung." },
  {
    value: "together",
    label: "All at once",
    hint: "Everybody who is free is rung; the first to answer talks.",
  },
] as const;

type QueueFormProps = {
  queue: QueueView;
  people: readonly { id: string; label: string }[];
  musicSrc: string;
};

/** Everything about how one queue treats its callers. */
export function QueueForm({ queue, people, musicSrc }: QueueFormProps) {
  const [name, setName] = useState(queue.name);
  const [settings, setSettings] = useState<GivenSettings>(withoutMusic(queue));
  const router = useRouter();
  const { save, isSaving } = useSave();
  const set = (change: Partial<GivenSettings>) => setSettings((before) => ({ ...before, ...change }));
  const path = `/api/v1/queues/${queue.id}`;
  const keep = () => {
    const messages = settings.messages.map((one) => one.trim()).filter(Boolean);
    const body = { name, settings: { ...settings, messages } };
    void save(() => callApi("PUT", path, { body }), "Saved. It holds for callers who wait already, too.");
  };
  const remove = async () => {
    if (await save(() => callApi("DELETE", path), "The queue is gone.")) router.push("/queues");
  };
  return (
    <>
      <PageHead
        title={queue.name}
        actions={
          <>
            <ButtonLink href="/queues" variant="ghost">
              Who waits now
            </ButtonLink>
            <Button variant="primary" isLoading={isSaving} disabled={name.trim() === ""} onClick={keep}>
              Save
            </Button>
          </>
        }
      />
      <SectionColumn>
        <Section
          title="Who takes the calls"
          description="People of the transfer list, by browser or by phone."
        >
          <div className="flex flex-col gap-5">
            <Field label="Name of the queue">
              <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
            </Field>
            <PeopleField
              people={people}
              chosen={settings.targetIds.filter((id) => people.some((person) => person.id === id))}
              onChange={(targetIds) => set({ targetIds })}
            />
            <RadioGroup
              label="Who is rung first"
              options={[...strategies]}
              value={settings.strategy}
              onValueChange={(value) =>
                set({ strategy: strategies.find((one) => one.value === value)?.value ?? "longest_idle" })
              }
            />
            <Field label="Let it ring for">
              <Select
                options={[10, 15, 20, 30, 45, 60].map((one) => ({
                  value: String(one),
                  label: `${one} seconds`,
                }))}
                value={String(settings.ringSeconds)}
                onValueChange={(value) => set({ ringSeconds: Number(value) })}
              />
            </Field>
          </div>
        </Section>
        <Section title="Music" description="Heard between the words. A change applies at once.">
          <MusicField queue={queue} src={musicSrc} />
        </Section>
        <Section title="Words" description="In the caller's language where they are ours.">
          <WordsFields settings={settings} set={set} />
        </Section>
        <Section title="Ways out" description="Nobody waits for ever, and nobody is lost.">
          <ExitFields settings={settings} set={set} />
        </Section>
        <Section
          title="Remove this queue"
          description="Possible while no flow leads to it and nobody waits in it."
          tone="danger"
        >
          <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => void remove()}>
            Remove the queue
          </Button>
        </Section>
      </SectionColumn>
    </>
  );
}

function withoutMusic({ settings: { music: _, ...settings } }: QueueView): GivenSettings {
  return settings;
}
