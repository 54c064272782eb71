"use client";
import { type FormEvent, useId, useState } from "react";
import { Refused, request } from "@/components/query/request";
import { CallButton } from "@/components/softphone/call-button";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { RadioGroup } from "@/components/ui/form/radio-group";
import { Textarea } from "@/components/ui/form/textarea";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";

export type Called = { id: string; name: string; phone: string | null };

type PlaceCallDialogProps = { customer: Called; onClose: () => void };

const onMachine = [
  { value: "hang_up", label: "Hang up", hint: "Nothing is left on the machine." },
  { value: "message", label: "Leave a message", hint: "Spoken after the tone, then the call ends." },
];

/** Sends the receptionist to call somebody: what about, and what to do when a machine answers. */
export function PlaceCallDialog({ customer, onClose }: PlaceCallDialogProps) {
  const form = useId();
  const [purpose, setPurpose] = useState("");
  const [machine, setMachine] = useState("hang_up");
  const [message, setMessage] = useState("");
  const { place, refusal, isPlacing } = usePlacing(customer, onClose);
  const isReady = purpose.trim().length > 2 && (machine === "hang_up" || message.trim() !== "");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReady) void place(purpose.trim(), machine === "message" ? message.trim() : undefined);
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`Let the receptionist call ${customer.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" isLoading={isPlacing} disabled={!isReady}>
            Call now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {refusal && <Refusal refusal={refusal} phone={customer.phone} />}
        <Field label="What is it about?" hint={`“… I’m calling about ${purpose.trim() || "…"}.”`}>
          <Input
            value={purpose}
            maxLength={400}
            placeholder="your cleaning tomorrow at ten"
            onChange={(event) => setPurpose(event.target.value)}
          />
        </Field>
        <RadioGroup
          label="If a machine answers"
          options={onMachine}
          value={machine}
          onValueChange={setMachine}
          isGrid
        />
        {machine === "message" && (
          <Field label="Message">
            <Textarea
              rows={3}
              value={message}
              maxLength={600}
              onChange={(event) => setMessage(event.target.value)}
            />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

function Refusal({ refusal, phone }: { refusal: Refused; phone: string | null }) {
  const mayCall = refusal.instead.some((way) => typeof way === "object" && way !== null && isCall(way));
  return (
    <Banner
      tone="warn"
      title={refusal.message}
      action={mayCall ? <CallButton label="Call" number={phone} /> : undefined}
    />
  );
}

function isCall(way: object): boolean {
  return "kind" in way && way.kind === "call";
}

function usePlacing(customer: Called, onDone: () => void) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<Refused>();
  const [isPlacing, setIsPlacing] = useState(false);

  async function place(purpose: string, machineMessage: string | undefined) {
    setIsPlacing(true);
    setRefusal(undefined);
    try {
      const body = { customerId: customer.id, purpose, ...(machineMessage ? { machineMessage } : {}) };
      await request("POST", "/api/v1/calls", { body, headers: { "Idempotency-Key": key } });
      toast.success(`The receptionist is calling ${customer.name}`);
      onDone();
    } catch (error) {
      setRefusal(error instanceof Refused ? error : new Refused(0, {}));
      setKey(crypto.randomUUID());
    } finally {
      setIsPlacing(false);
    }
  }

  return { place, refusal, isPlacing };
}
