"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";

const begins = [
  { value: "menu", label: "A menu" },
  { value: "hours", label: "Opening hours" },
  { value: "receptionist", label: "The receptionist alone" },
];

/** Begins a flow and goes to it. */
export function NewFlowButton() {
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState("");
  const [begin, setBegin] = useState("menu");
  const [isMaking, setIsMaking] = useState(false);
  const router = useRouter();
  const form = useId();

  async function make(event: FormEvent) {
    event.preventDefault();
    setIsMaking(true);
    try {
      const { id } = await request<{ id: string }>("POST", "/api/v1/flows", { body: { name, begin } });
      router.push(`/flows/${id}`);
    } catch (error) {
      toast.error(error instanceof Refused ? error.message : "The flow could not be made.");
      setIsMaking(false);
    }
  }

  return (
    <>
      <Button variant="primary" onClick={() => setIsOpen(true)}>
        New flow
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="New flow"
        size="sm"
        footer={
          <Button
            type="submit"
            form={form}
            variant="primary"
            isLoading={isMaking}
            disabled={name.trim() === ""}
          >
            Draw it
          </Button>
        }
      >
        <form id={form} onSubmit={make} className="flex flex-col gap-4">
          <Field label="Name">
            <Input
              value={name}
              maxLength={80}
              placeholder="Main line"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field label="Begins with">
            <Select options={begins} value={begin} onValueChange={setBegin} />
          </Field>
        </form>
      </Dialog>
    </>
  );
}
