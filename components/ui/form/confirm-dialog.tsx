"use client";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, as a question: "Release this number?" */
  title: string;
  /** What happens, and what cannot be undone. */
  description: ReactNode;
  /** The verb of the question: "Release number". */
  confirmLabel: string;
  /** Closes when it resolves; stays open when it throws. */
  onConfirm: () => void | Promise<void>;
  /** Text that must be typed first, for what cannot be brought back. */
  typed?: string;
  tone?: "danger" | "primary";
};

/** Asks before something that hurts. Where undo is possible, do it and show an undo toast instead. */
export function ConfirmDialog({
  confirmLabel,
  onConfirm,
  typed,
  tone = "danger",
  ...dialog
}: ConfirmDialogProps) {
  const [entry, setEntry] = useState("");
  const [isWorking, setIsWorking] = useState(false);
  const formId = useId();
  const isReady = !typed || entry.trim() === typed;

  function setOpen(open: boolean) {
    if (!open) setEntry("");
    dialog.onOpenChange(open);
  }

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!isReady || isWorking) return;
    setIsWorking(true);
    try {
      await onConfirm();
      setOpen(false);
    } finally {
      setIsWorking(false);
    }
  }

  return (
    <Dialog
      {...dialog}
      onOpenChange={setOpen}
      size="sm"
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant={tone} disabled={!isReady} isLoading={isWorking}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={confirm}>
        {typed && (
          <Field
            label={
              <>
                Type <strong className="font-semibold text-text select-all">{typed}</strong> to confirm
              </>
            }
          >
            <Input
              value={entry}
              onChange={(event) => setEntry(event.target.value)}
              autoComplete="off"
              autoFocus
              spellCheck={false}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
