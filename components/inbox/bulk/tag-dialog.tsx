"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";

type TagDialogProps = { known: readonly string[]; onAdd: (tag: string) => void; onClose: () => void };

/** A tag for what is chosen: one that is known, or a new one. */
export function TagDialog({ known, onAdd, onClose }: TagDialogProps) {
  const [tag, setTag] = useState("");
  const formId = useId();
  const listId = useId();

  function add(event: FormEvent) {
    event.preventDefault();
    if (!tag.trim()) return;
    onClose();
    onAdd(tag.trim());
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Add a tag"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!tag.trim()}>
            Add tag
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={add}>
        <Field label="Tag">
          <Input
            autoFocus
            autoComplete="off"
            maxLength={40}
            list={listId}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
        </Field>
        <datalist id={listId}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </form>
    </Dialog>
  );
}
