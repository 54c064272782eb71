"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { callApi, type Problem } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select, type SelectOption } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { PriceRow } from "@/lib/platform/schema";

type PriceDialogProps = { price: PriceRow | null; carriers: SelectOption[]; onClose: () => void };

const kinds: SelectOption[] = [
  { value: "sms", label: "SMS segment" },
  { value: "whatsapp", label: "WhatsApp message" },
  { value: "call_minute", label: "Call minute" },
  { value: "number_month", label: "Number, a month" },
];
const ways: SelectOption[] = [
  { value: "outbound", label: "Going out" },
  { value: "inbound", label: "Coming in" },
  { value: "both", label: "Both (rent)" },
];

/** One price. What it is about stands fixed once it is in the list. */
export function PriceDialog({ price, carriers, onClose }: PriceDialogProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const router = useRouter();
  const formId = useId();
  const errorOf = (name: string) => problem?.errors.find(({ field }) => field === name)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsSaving(true);
    const body = bodyOf(new FormData(event.currentTarget), price);
    const answer = await callApi("PUT", "/api/v1/platform/prices", { body });
    setIsSaving(false);
    if (!answer.ok) return setProblem(answer.problem);
    toast.success("Price saved; it counts from now on");
    onClose();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={price ? "Change the price" : "Add a price"}
      description="Of several prefixes that fit a number, the longest counts."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" isLoading={isSaving}>
            Save price
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
        {problem && problem.errors.length === 0 && (
          <div className="sm:col-span-2">
            <Banner tone="bad" title={sentenceOf(problem)} />
          </div>
        )}
        <Field label="Carrier">
          <Select name="carrier" options={carriers} defaultValue={price?.carrier} disabled={price !== null} />
        </Field>
        <Field label="What">
          <Select name="kind" options={kinds} defaultValue={price?.kind} disabled={price !== null} />
        </Field>
        <Field label="Way">
          <Select name="direction" options={ways} defaultValue={price?.direction} disabled={price !== null} />
        </Field>
        <Field label="Prefix" hint="Empty: everywhere else." error={errorOf("prefix")}>
          <Input name="prefix" isTabular defaultValue={price?.prefix ?? ""} readOnly={price !== null} />
        </Field>
        <Field label="Price" hint="Fractions of a cent are fine: 0.0079." error={errorOf("micros")}>
          <Input
            name="amount"
            inputMode="decimal"
            isTabular
            defaultValue={price ? String(price.micros / 1_000_000) : ""}
          />
        </Field>
        <Field label="Currency" error={errorOf("currency")}>
          <Input name="currency" maxLength={3} defaultValue={price?.currency ?? "USD"} />
        </Field>
      </form>
    </Dialog>
  );
}

/** What is sent: of a price that stands in the list only amount and currency come from the form. */
function bodyOf(given: FormData, price: PriceRow | null) {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  const { carrier, kind, direction, prefix } = price ?? {
    ...{ carrier: text("carrier"), kind: text("kind"), direction: text("direction"), prefix: text("prefix") },
  };
  const micros = text("amount") === "" ? null : Math.round(Number(text("amount")) * 1_000_000);
  return { carrier, kind, direction, prefix, micros, currency: text("currency").toUpperCase() };
}
