"use client";
import { useState } from "react";
import { Input } from "@/components/ui/form/input";
import { currencyExponent } from "@/lib/kernel/money";

type PriceInputProps = { value: number | null; onChange: (minor: number | null) => void; currency: string };

/** A price as people write it, kept in the currency's smallest unit; empty means that none is told, NaN that it is no price. */
export function PriceInput({ value, onChange, currency }: PriceInputProps) {
  const decimals = currencyExponent(currency);
  const [text, setText] = useState(value === null ? "" : String(value / 10 ** decimals));

  function change(next: string) {
    setText(next);
    onChange(next.trim() === "" ? null : readPrice(next, decimals));
  }

  return (
    <Input
      inputMode="decimal"
      isTabular
      value={text}
      placeholder="not told"
      onChange={(event) => change(event.target.value)}
      trailing={<span className="pr-2">{currency}</span>}
    />
  );
}

/** "1,200.50" and "1200,5" are prices; a lone comma before one or two digits is the decimal one. */
function readPrice(text: string, decimals: number): number {
  const plain = text
    .replace(/\s/g, "")
    .replace(/,(?=\d{1,2}$)/, ".")
    .replaceAll(",", "");
  return /^\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 10 ** decimals) : Number.NaN;
}
