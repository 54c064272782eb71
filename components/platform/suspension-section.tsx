"use client";
import { useId, useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";
import { Section } from "@/components/ui/page/section";

type SuspensionSectionProps = {
  id: string;
  name: string;
  suspension: { reason: string; since: string } | null;
};

/** Closes a business for now, and opens it again. */
export function SuspensionSection({ id, name, suspension }: SuspensionSectionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { save, isSaving } = useSave();
  const path = `/api/v1/platform/tenants/${id}/suspension`;
  if (suspension)
    return (
      <Section title="Suspended" description={`Since ${suspension.since.slice(0, 10)}.`}>
        <Banner
          tone="warn"
          title={suspension.reason}
          action={
            <Button
              isLoading={isSaving}
              onClick={() => save(() => callApi("DELETE", path), `${name} is open again`)}
            >
              Resume
            </Button>
          }
        >
          Nobody is let in and nothing is sent. Texts are kept; callers hear that the number is not in
          service.
        </Banner>
      </Section>
    );
  return (
    <Section
      title="Suspend"
      tone="danger"
      description="Its people and keys are let in nowhere and nothing is sent, until you resume it. Texts that come in are kept; callers hear that the number is not in service."
    >
      <Button variant="danger" onClick={() => setIsAsking(true)}>
        Suspend…
      </Button>
      {isAsking && (
        <SuspendDialog
          name={name}
          onClose={() => setIsAsking(false)}
          onSuspend={(reason) =>
            save(() => callApi("PUT", path, { body: { reason } }), `${name} is suspended`)
          }
        />
      )}
    </Section>
  );
}

type SuspendDialogProps = {
  name: string;
  onClose: () => void;
  onSuspend: (reason: string) => Promise<boolean>;
};

function SuspendDialog({ name, onClose, onSuspend }: SuspendDialogProps) {
  const [reason, setReason] = useState("");
  const [isSaving, setIsSaving] = useState(false);
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Suspend ${name}?`}
      description="Its people read the reason when they sign in."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="danger"
            isLoading={isSaving}
            disabled={reason.trim().length < 3}
          >
            Suspend
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={async (event) => {
          event.preventDefault();
          setIsSaving(true);
          if (await onSuspend(reason.trim())) onClose();
          setIsSaving(false);
        }}
      >
        <Field label="Reason" hint="In words that they understand: what happened, and what to do.">
          <Input
            autoFocus
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
