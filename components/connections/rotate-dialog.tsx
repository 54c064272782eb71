"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { CredentialField } from "@/lib/carriers/schema";

type RotateDialogProps = { id: string; label: string; fields: CredentialField[]; onClose: () => void };

/** A new token in place of the old one, which stays believed for a day. */
export function RotateDialog({ id, label, fields, onClose }: RotateDialogProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const formId = useId();
  const router = useRouter();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const credentials = Object.fromEntries(new FormData(event.currentTarget));
    setIsWorking(true);
    const answer = await callApi("PUT", `/api/v1/integrations/${id}/rotation`, { body: { credentials } });
    setIsWorking(false);
    if (!answer.ok) return setFailure(sentenceOf(answer.problem));
    toast.success("The token is replaced");
    router.refresh();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Replace the token of ${label}`}
      description="The new one is checked first. Webhooks signed with the old one are believed for another 24 hours."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isWorking}>
            Check and replace
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {failure && <Banner tone="bad" title={failure} />}
        {fields.map((field) => (
          <Field key={field.name} label={field.label} hint={field.help}>
            <Input name={field.name} type="password" autoComplete="off" required />
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
