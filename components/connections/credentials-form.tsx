"use client";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { SegmentedControl } from "@/components/ui/form/segmented-control";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";
import type { CredentialField } from "@/lib/carriers/schema";
import type { SetupState } from "@/lib/setup/schema";
import { SetupAnswer } from "./wizard-answers";

/** What the wizard needs to know of a carrier. */
export type WizardCarrier = { name: string; label: string; fields: CredentialField[]; hasTexts: boolean };

type CredentialsFormProps = { carrier: WizardCarrier; onState: (state: SetupState) => void };

/** The account: checked against the carrier before anything is saved. */
export function CredentialsForm({ carrier, onState }: CredentialsFormProps) {
  const [scope, setScope] = useState<"tenant" | "user">("tenant");
  const [failure, setFailure] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isWorking, setIsWorking] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { pool, ...credentials } = Object.fromEntries(new FormData(event.currentTarget));
    setIsWorking(true);
    const answer = await callApi("POST", "/api/v1/integrations", {
      body: { carrier: carrier.name, scope, credentials, ...(pool ? { pool } : {}) },
      answer: SetupAnswer,
    });
    setIsWorking(false);
    if (answer.ok) return onState(answer.data);
    const named = answer.problem.errors.filter(({ field }) => field !== "");
    setErrors(Object.fromEntries(named.map(({ field, message }) => [field, message])));
    setFailure(named.length > 0 ? null : sentenceOf(answer.problem));
  }

  return (
    <Section
      title="Your account"
      description={`Checked with ${carrier.label} at once. Stored sealed; afterwards only the last four characters are ever shown.`}
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        {failure && <Banner tone="bad" title={failure} />}
        {carrier.fields.map((field) => (
          <Field
            key={field.name}
            label={field.label}
            hint={field.help}
            {...(errors[field.name] ? { error: errors[field.name] } : {})}
          >
            <Input
              name={field.name}
              type={field.secret ? "password" : "text"}
              placeholder={field.placeholder}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
        ))}
        {carrier.hasTexts && (
          <Field
            label="Messaging Service SID"
            isOptional
            hint="When texts shall leave through a pool of senders."
            {...(errors.pool ? { error: errors.pool } : {})}
          >
            <Input name="pool" placeholder="MG…" autoComplete="off" spellCheck={false} />
          </Field>
        )}
        <SegmentedControl
          label="Who uses it"
          value={scope}
          onValueChange={setScope}
          options={[
            { value: "tenant", label: "Whole business" },
            { value: "user", label: "Only me" },
          ]}
        />
        <div>
          <Button type="submit" variant="primary" isLoading={isWorking}>
            Verify and connect
          </Button>
        </div>
      </form>
    </Section>
  );
}
