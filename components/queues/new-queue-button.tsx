"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";

/** Makes a queue and goes to its settings. */
export function NewQueueButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const [isMaking, setIsMaking] = useState(false);
  const router = useRouter();
  const form = useId();

  async function make(event: FormEvent) {
    event.preventDefault();
    setIsMaking(true);
    try {
      const { id } = await request<{ id: string }>("POST", "/api/v1/queues", { body: { name } });
      router.push(`/queues/${id}`);
    } catch (error) {
      toast.error(error instanceof Refused ? error.message : "The queue could not be made.");
      setIsMaking(false);
    }
  }

  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        New queue
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="New queue"
        size="sm"
        footer={
          <Button
            type="submit"
            form={form}
            variant="primary"
            isLoading={isMaking}
            disabled={name.trim() === ""}
          >
            Make it
          </Button>
        }
      >
        <form id={form} onSubmit={make}>
          <Field label="Name">
            <Input
              value={name}
              maxLength={80}
              placeholder="Front desk"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </form>
      </Dialog>
    </>
  );
}
