"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { FlowView } from "@/lib/flows/schema";
import type { FlowDraft } from "./draft/use-flow-draft";

type PublishButtonProps = { flow: FlowView; draft: FlowDraft; canServe: boolean };

/** Lets the drawing serve from the next call on. */
export function PublishButton({ flow, draft, canServe }: PublishButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [note, setNote] = useState("");
  const { save, isSaving } = useSave();
  const isChanged = flow.isChanged || draft.isDirty;

  async function publish() {
    const revision = await draft.flush();
    if (revision === null) return;
    const isDone = await save(
      () => callApi("POST", `/api/v1/flows/${flow.id}/versions`, { body: { revision, note } }),
      "Published. The next call goes this way.",
    );
    if (!isDone) return;
    draft.settle(revision + 1);
    setNote("");
    setIsOpen(false);
  }

  return (
    <>
      <Button variant="primary" disabled={!canServe || !isChanged} onClick={() => setIsOpen(true)}>
        Publish
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Publish this flow?"
        description="Calls that are live keep what they began with."
        size="sm"
        footer={
          <>
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <Button variant="primary" isLoading={isSaving} onClick={publish}>
              Publish flow
            </Button>
          </>
        }
      >
        <Field label="What is different" isOptional>
          <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Dialog>
    </>
  );
}
