import { useState } from "react";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import type { Step } from "@/lib/flows/schema";
import { currencyExponent, majorUnits } from "@/lib/kernel/money";
import { Words } from "./words";

type Pay = Extract<Step, { kind: "pay" }>;
type PayFieldsProps = { step: Pay; onChange: (step: Pay) => void };

const currencies = ["USD", "EUR", "GBP", "CAD", "AUD", "INR", "JPY"].map((value) => ({
  value,
  label: value,
}));

/** How much is taken, and through which of the carrier's connections to a payment company. */
export function PayFields({ step, onChange }: PayFieldsProps) {
  return (
    <>
      <div className="grid grid-cols-[1fr_110px] gap-3">
        <Amount key={step.currency} step={step} onChange={onChange} />
        <Field label="Currency">
          <Select
            options={currencies}
            value={step.currency}
            onValueChange={(currency) => onChange({ ...step, currency, amountMinor: 0 })}
          />
        </Field>
      </div>
      <Words
        label="Say before"
        value={step.prompt}
        hint="The carrier then asks for the card, key by key. No digit of it reaches us, and the call is not recorded meanwhile."
        onValue={(prompt) => onChange({ ...step, prompt })}
      />
      <Field
        label="Payment connector"
        hint="Its name in the Twilio console, under Voice and Pay Connectors. Numbers of other carriers take no cards."
      >
        <Input
          value={step.connector}
          maxLength={60}
          onChange={(event) => onChange({ ...step, connector: event.target.value })}
        />
      </Field>
      <Field label="On the receipt" isOptional>
        <Input
          value={step.description}
          maxLength={200}
          onChange={(event) => onChange({ ...step, description: event.target.value })}
        />
      </Field>
    </>
  );
}

function Amount({ step, onChange }: PayFieldsProps) {
  const { amountMinor: minor, currency } = step;
  const [text, setText] = useState(minor > 0 ? majorUnits({ minor, currency }) : "");
  return (
    <Field label="Amount">
      <Input
        inputMode="decimal"
        value={text}
        placeholder={majorUnits({ minor: 100 * 10 ** currencyExponent(currency), currency })}
        onChange={(event) => {
          setText(event.target.value);
          onChange({ ...step, amountMinor: readMinor(event.target.value, currency) });
        }}
      />
    </Field>
  );
}

/** An amount as somebody writes it, in the smallest unit; 0 for what is no amount. */
function readMinor(text: string, currency: string): number {
  const amount = Number(text.trim().replace(",", "."));
  if (!Number.isFinite(amount) || amount <= 0) return 0;
  return Math.min(100_000_000, Math.round(amount * 10 ** currencyExponent(currency)));
}
