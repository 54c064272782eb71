"use client";
import { createContext, use } from "react";
import type { InboxDesk } from "@/lib/inbox/schema";

export const InboxContext = createContext<InboxDesk | null>(null);

/** Who reads, who works here, which numbers can write. */
export function useDesk(): InboxDesk {
  const desk = use(InboxContext);
  if (!desk) throw new Error("useDesk stands outside the inbox.");
  return desk;
}
