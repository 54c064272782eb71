"use client";
import { useState } from "react";
import { Input } from "@/components/ui/form/input";
import { currencyExponent } from "@/lib/kernel/money";

type PriceInputProps = { value: number | null; onChange: (minor: number | null) => void; currency: string };

/** A price as people write it, kept in the currency's smallest unit; empty means that none is told, NaN that it is no price. */
export function PriceInput({ value, onChange, currency }: PriceInputProps) {
  const decimals = currencyExponent(currency);
  const [typed, setTyped] = useState("");
  const written = value === null ? "" : String(value / 10 ** decimals);
  // What was typed stays as long as it means what is kept: "120," is 120 on its way to "120,50".
  const text = Object.is(read(typed), value) ? typed : written;

  function read(next: string): number | null {
    return next.trim() === "" ? null : readPrice(next, decimals);
  }

  function change(next: string) {
    setTyped(next);
    onChange(read(next));
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
    .replace(/,(?=\d{0,2}$)/, ".")
    .replaceAll(",", "");
  return /^\d+(\.\d*)?$/.test(plain) ? Math.round(Number(plain) * 10 ** decimals) : Number.NaN;
}
