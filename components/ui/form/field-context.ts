"use client";
import { createContext, use } from "react";

export type FieldControl = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

export const FieldContext = createContext<FieldControl | null>(null);

/** What a control inside a Field spreads onto its element, so that label, hint and error belong to it. */
export function useFieldControl(own: { id?: string } = {}): Partial<FieldControl> {
  const control = use(FieldContext);
  if (!control) return own.id ? { id: own.id } : {};
  return own.id ? { ...control, id: own.id } : control;
}
