"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { callApi, type Problem } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { PlatformAccountView } from "@/lib/connections/schema";

type AccountDialogProps = { account: PlatformAccountView; onClose: () => void };

/** Enters or changes the platform's account; it is checked live before anything is kept. */
export function AccountDialog({ account, onClose }: AccountDialogProps) {
  const { carrier, carrierLabel, fields, fromNumber, pool, source, accountId } = account;
  const isEntered = source === "settings";
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const router = useRouter();
  const formId = useId();
  const errorOf = (name: string) => problem?.errors.find(({ field }) => field === name)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    const filled = fields.filter(({ name }) => text(name) !== "");
    const credentials = Object.fromEntries(filled.map(({ name }) => [name, text(name)]));
    setIsSaving(true);
    const body = { credentials, fromNumber: text("fromNumber"), pool: text("pool") };
    const answer = await callApi("PUT", `/api/v1/platform/accounts/${carrier}`, { body });
    setIsSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    toast.success(`${carrierLabel} accepts the account; it counts from now on`);
    onClose();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${carrierLabel} account of the platform`}
      description={
        isEntered
          ? "Leave a secret empty to keep it. A replaced one still verifies webhooks for 24 hours."
          : "Checked with the carrier before it is kept, sealed, and shown by its last four characters only."
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSaving}>
            Check and save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {problem && problem.errors.length === 0 && <Banner tone="bad" title={sentenceOf(problem)} />}
        {fields.map(({ name, label, secret, required }) => (
          <Field key={name} label={required ? label : `${label} (if you have one)`} error={errorOf(name)}>
            <Input
              name={name}
              type={secret ? "password" : "text"}
              autoComplete="off"
              defaultValue={!secret && isEntered && required ? accountId : ""}
            />
          </Field>
        ))}
        <Field
          label="Shared number"
          hint="Businesses without a number of their own text from it. Leave it empty for none."
          error={errorOf("fromNumber")}
        >
          <Input name="fromNumber" isTabular defaultValue={isEntered ? (fromNumber ?? "") : ""} />
        </Field>
        <Field label="Pool of senders (Messaging Service, if you have one)" error={errorOf("pool")}>
          <Input name="pool" autoComplete="off" defaultValue={isEntered ? (pool ?? "") : ""} />
        </Field>
      </form>
    </Dialog>
  );
}
