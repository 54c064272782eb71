"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { CustomerView } from "@/lib/customers/schema";

/** Adds somebody by hand, with a number in any spelling. */
export function NewCustomerButton() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsOpen(true)}>
        Add customer
      </Button>
      {isOpen && <NewCustomer onClose={() => setIsOpen(false)} />}
    </>
  );
}

function NewCustomer({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const formId = useId();
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!name.trim() || !address.trim() || isSaving) return;
    setIsSaving(true);
    try {
      const body = {
        name: name.trim(),
        address: address.trim(),
        ...(email.trim() ? { email: email.trim() } : {}),
      };
      const made = await request<CustomerView>("POST", "/api/v1/customers", { body });
      router.push(`/customers/${made.id}`);
      onClose();
    } catch (error) {
      setProblem(
        error instanceof Refused ? error.message.replace(/^\w+: /, "") : "Something went wrong. Try again.",
      );
      setIsSaving(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a customer"
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isLoading={isSaving}
            disabled={!name.trim() || !address.trim()}
          >
            Add
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="space-y-4">
        <Field label="Name">
          <Input autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Phone number" hint="In any spelling" error={problem}>
          <Input
            isTabular
            inputMode="tel"
            autoComplete="off"
            placeholder="(415) 555-2671"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
        <Field label="E-mail" isOptional>
          <Input
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
