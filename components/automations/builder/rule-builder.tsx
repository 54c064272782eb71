"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { toast } from "@/components/ui/overlay/toast";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { describeRule } from "@/lib/automations/rules";
import type { AutomationView, Rule } from "@/lib/automations/schema";
import { ConditionPart } from "./condition-part";
import { LimitsPart } from "./limits-part";
import { LookBackPanel } from "./look-back-panel";
import type { Member } from "./step-field";
import { StepPart } from "./step-part";
import { TriggerPart } from "./trigger-part";
import { useRuleDraft } from "./use-rule-draft";

type RuleBuilderProps = {
  /** The rule that is changed; left out for a new one. */
  saved?: AutomationView;
  begin: { name: string; rule: Rule; preset: string | null };
  members: readonly Member[];
};

/** Writes a rule; the sentence beside it says at every moment what it does. */
export function RuleBuilder({ saved, begin, members }: RuleBuilderProps) {
  const [name, setName] = useState(begin.name);
  const draft = useRuleDraft(begin.rule);
  const { rule, errors } = draft;
  const saving = useSaving(saved, begin.preset);
  const isChanged = draft.isChanged || name !== begin.name;

  const save = (isOn?: boolean) => {
    const finished = draft.finish();
    if (!finished || name.trim() === "") return toast.error("Something is missing: look for the red lines.");
    return saving.save({ name: name.trim(), rule: finished, isOn });
  };

  return (
    <>
      <PageHead
        title={saved ? saved.name : "New rule"}
        back={{ href: "/automations", label: "Automations" }}
        actions={
          <>
            {saved && <ButtonLink href={`/automations/${saved.id}/runs`}>Log</ButtonLink>}
            {!saved && (
              <Button isLoading={saving.isSaving} onClick={() => void save(false)}>
                Save, but off
              </Button>
            )}
            <Button
              variant="primary"
              isLoading={saving.isSaving}
              disabled={saved !== undefined && !isChanged}
              onClick={() => void save(true)}
            >
              {saved ? "Save" : "Turn on"}
            </Button>
          </>
        }
      />
      <div className="mx-auto grid w-full max-w-page gap-x-10 gap-y-6 px-4 py-6 md:px-6 md:py-8 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="order-2 min-w-0 lg:order-1">
          <Section title="Name">
            <Field
              label="Name"
              isLabelHidden
              {...(name.trim() === "" && errors.at("") ? { error: "Name it." } : {})}
            >
              <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
            </Field>
          </Section>
          <Section title="When" description="What starts the rule.">
            <TriggerPart trigger={rule.trigger} onChange={draft.setTrigger} />
          </Section>
          <Section title="Only if" description="All of it must be so. Leave it empty for every time.">
            <ConditionPart
              on={rule.trigger.on}
              conditions={rule.conditions}
              errors={errors}
              onChange={(conditions) => draft.change({ conditions })}
            />
          </Section>
          <Section title="Then" description="Step by step, in this order.">
            <StepPart
              on={rule.trigger.on}
              steps={rule.steps}
              members={members}
              errors={errors}
              onChange={(steps) => draft.change({ steps })}
            />
          </Section>
          <Section title="At most" description="Nobody is written to again and again, whatever happens.">
            <LimitsPart limits={rule.limits} onChange={(limits) => draft.change({ limits })} />
          </Section>
        </div>
        <aside aria-label="What the rule does" className="order-1 min-w-0 lg:order-2">
          <div className="flex flex-col gap-4 lg:sticky lg:top-[88px]">
            <div className="rounded-card bg-accent-soft p-5">
              <p className="text-meta font-semibold text-accent-ink">In words</p>
              <p className="mt-1.5 text-title text-text" aria-live="polite" data-rule-summary>
                {describeRule(rule, { members })}
              </p>
            </div>
            <LookBackPanel finish={draft.finish} rule={rule} />
          </div>
        </aside>
      </div>
    </>
  );
}

type Saving = { name: string; rule: Rule; isOn: boolean | undefined };

function useSaving(saved: AutomationView | undefined, preset: string | null) {
  const router = useRouter();
  const [isSaving, setIsSaving] = useState(false);

  async function save({ name, rule, isOn }: Saving): Promise<void> {
    setIsSaving(true);
    const answer = saved
      ? await callApi("PUT", `/api/v1/automations/${saved.id}`, {
          ...{ body: { name, rule, version: saved.version }, answer: z.object({ id: z.string() }) },
        })
      : await callApi("POST", "/api/v1/automations", {
          ...{ body: { name, rule, isOn, preset }, answer: z.object({ id: z.string() }) },
        });
    setIsSaving(false);
    if (!answer.ok) return void toast.error(sentenceOf(answer.problem));
    toast.success(saved ? "Saved. It holds from the next event on." : isOn ? "The rule is on." : "Saved.");
    if (saved) router.refresh();
    else router.push("/automations");
  }

  return { save, isSaving };
}
