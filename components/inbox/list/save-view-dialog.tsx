"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { viewsQuery } from "@/components/inbox/data/queries";
import { request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { ListFilter } from "@/lib/inbox/rules";

/** Keeps the filters of the list under a name. */
export function SaveViewDialog({ filter, onClose }: { filter: ListFilter; onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [isShared, setIsShared] = useState(false);
  const [error, setError] = useState<string>();
  const formId = useId();

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await request("POST", "/api/v1/inbox/views", { body: { name: name.trim(), isShared, filter } });
      await queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : "It could not be saved.");
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title="Save this view"
      description="The tab and its filters, one click away."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!name.trim()}>
            Save view
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          <Input
            autoFocus
            autoComplete="off"
            maxLength={40}
            placeholder="Urgent WhatsApp"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Checkbox label="For everybody in the team" checked={isShared} onCheckedChange={setIsShared} />
      </form>
    </Dialog>
  );
}
