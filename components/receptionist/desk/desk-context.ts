"use client";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Choice } from "@/components/account/countries";
import type { ReceptionistDesk } from "@/lib/receptionist/schema";
import type { DeskState, DeskStore } from "./desk-store";

export type DeskContextValue = ReceptionistDesk & {
  numberId: string | null;
  languageChoices: Choice[];
  /** The handset page of the simulator, where a number can be called from a browser; null without one. */
  handsetUrl: string | null;
  store: DeskStore;
};

const DeskContext = createContext<DeskContextValue | null>(null);

export const DeskProvider = DeskContext.Provider;

/** What the parts of the receptionist's settings share. */
export function useDesk(): DeskContextValue {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk outside of its provider.");
  return desk;
}

/** Something of what changes while one types; `pick` gives the same value as long as nothing changed. */
export function useDeskState<Picked>(pick: (state: DeskState) => Picked): Picked {
  const { store } = useDesk();
  const read = () => pick(store.read());
  return useSyncExternalStore(store.subscribe, read, read);
}
