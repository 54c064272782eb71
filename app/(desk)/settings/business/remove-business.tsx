"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { ConfirmDialog } from "@/components/ui/form/confirm-dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Section } from "@/components/ui/page/section";

/** The end of a business, after its name was typed. */
export function RemoveBusiness({ name }: { name: string }) {
  const [isOpen, setIsOpen] = useState(false);

  async function remove() {
    const answer = await callApi("DELETE", "/api/v1/tenants/current", { body: { confirmation: name } });
    if (answer.ok) return location.assign("/businesses");
    toast.error(sentenceOf(answer.problem));
  }

  return (
    <Section
      tone="danger"
      title="Delete this business"
      description={`Removes every conversation, customer and key of ${name} for good. Numbers stay yours at the carrier.`}
      actions={
        <Button variant="danger" onClick={() => setIsOpen(true)}>
          Delete…
        </Button>
      }
    >
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={`Delete ${name}?`}
        description="Everything in it is gone at once, for everybody who works in it. This cannot be undone."
        confirmLabel="Delete business"
        typed={name}
        onConfirm={remove}
      />
    </Section>
  );
}
