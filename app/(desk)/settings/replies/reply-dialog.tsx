"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { TextCounter } from "@/components/inbox/composer/text-counter";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Textarea } from "@/components/ui/form/textarea";
import { Dialog } from "@/components/ui/overlay/dialog";
import { Banner } from "@/components/ui/page/banner";
import { replyVariables } from "@/lib/inbox/rules";
import { SavedReply, type SavedReplyView } from "@/lib/inbox/schema";
import { exampleOf, variablesOf } from "@/lib/kernel/variables";

type ReplyDialogProps = { reply?: SavedReplyView; onClose: () => void };

/** Name and words of a saved reply, with what can be filled in and how it will read. */
export function ReplyDialog({ reply, onClose }: ReplyDialogProps) {
  const router = useRouter();
  const formId = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(SavedReply),
    defaultValues: { name: reply?.name ?? "", body: reply?.body ?? "" },
  });
  const { errors, isSubmitting } = form.formState;
  const field = useRef<HTMLTextAreaElement | null>(null);
  const body = form.watch("body");
  const { ref, ...registered } = form.register("body");

  const submit = form.handleSubmit(async (values) => {
    setFailure(null);
    const answer = reply
      ? await callApi("PUT", `/api/v1/saved-replies/${reply.id}`, { body: values })
      : await callApi("POST", "/api/v1/saved-replies", { body: values });
    if (!answer.ok) return setFailure(sentenceOf(answer.problem));
    router.refresh();
    onClose();
  });

  function insert(name: string) {
    const at = field.current?.selectionStart ?? body.length;
    const to = field.current?.selectionEnd ?? at;
    const words = `{{${name}}}`;
    form.setValue("body", body.slice(0, at) + words + body.slice(to), { shouldDirty: true });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + words.length, at + words.length);
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={reply ? "Change the reply" : "Add a saved reply"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSubmitting}>
            Save reply
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {failure && <Banner tone="bad" title={failure} />}
        <Field label="Name" hint="What you will look for." error={errors.name?.message}>
          <Input autoFocus autoComplete="off" placeholder="Directions" {...form.register("name")} />
        </Field>
        <Field label="Message" error={errors.body?.message}>
          <Textarea
            rows={4}
            {...registered}
            ref={(element) => {
              ref(element);
              field.current = element;
            }}
          />
        </Field>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="mb-1.5 text-small text-muted">Fill in for each customer</legend>
          {variablesOf(replyVariables).map(({ name, label }) => (
            <button
              key={name}
              type="button"
              onClick={() => insert(name)}
              className="h-7 rounded-full border border-line-strong bg-panel px-2.5 text-small text-muted hover:bg-hover hover:text-text pointer-coarse:h-11"
            >
              {label}
            </button>
          ))}
        </fieldset>
        {body.trim() && (
          <div>
            <p className="mb-1 text-small text-muted">Reads like this</p>
            <p className="rounded-float rounded-br-[4px] bg-own px-3 py-2 wrap-anywhere whitespace-pre-wrap text-on-own">
              {exampleOf(body)}
            </p>
            <div className="mt-1 text-right text-meta text-muted">
              <TextCounter body={exampleOf(body)} price={null} />
            </div>
          </div>
        )}
      </form>
    </Dialog>
  );
}
