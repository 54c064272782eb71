"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useId, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { showProblem } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";
import { NewKey } from "@/lib/keys/schema";
import { ScopesField } from "./scopes-field";

const Made = z.object({ key: z.string() });

const blank: NewKey = { name: "", scopes: ["messages:read", "messages:write"] };

type CreateKeyDialogProps = { onClose: () => void; onMade: (key: string) => void };

/** Name and scopes of a new key. */
export function CreateKeyDialog({ onClose, onMade }: CreateKeyDialogProps) {
  const form = useForm({ resolver: zodResolver(NewKey), defaultValues: blank });
  const [failure, setFailure] = useState<string | null>(null);
  const formId = useId();
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    setFailure(null);
    const answer = await callApi("POST", "/api/v1/keys", { body, answer: Made });
    if (answer.ok) return onMade(answer.data.key);
    setFailure(showProblem(form, ["name", "scopes"], answer.problem));
  });

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Create an API key"
      description="Give it no more than its program needs. You can revoke it at any time."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSubmitting}>
            Create key
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        {failure && <Banner tone="bad" title={failure} />}
        <Field label="Name" hint="What uses it: “Web shop”, “Monthly report”." error={errors.name?.message}>
          <Input autoComplete="off" autoFocus {...form.register("name")} />
        </Field>
        <Controller
          control={form.control}
          name="scopes"
          render={({ field }) => (
            <ScopesField value={field.value} onChange={field.onChange} error={errors.scopes?.message} />
          )}
        />
      </form>
    </Dialog>
  );
}
