"use client";
import { createContext, type ReactNode, useContext } from "react";
import { type Rehearsing, useRehearsal } from "./use-rehearsal";
import { type TryCall, useTryCall } from "./use-try-call";

const TryContext = createContext<{ talk: Rehearsing; call: TryCall } | null>(null);

/** Keeps one rehearsal for the panel beside the form and the sheet of a phone. */
export function TryProvider({ children }: { children: ReactNode }) {
  const talk = useRehearsal();
  const call = useTryCall(talk);
  return <TryContext value={{ talk, call }}>{children}</TryContext>;
}

/** The rehearsal that is going on. */
export function useTry() {
  const value = useContext(TryContext);
  if (!value) throw new Error("useTry outside of its provider.");
  return value;
}
