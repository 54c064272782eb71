"use client";
import { createContext } from "react";
import type { LiveEvent } from "@/lib/events/schema";
import type { LineState } from "./live-line";

/** Hears everything that happens in the tenant. */
export type LiveListener = (event: LiveEvent) => void;

/** The live line of the page. */
export type LiveContextValue = {
  state: LineState;
  /** Returns how to stop listening. */
  listen(listener: LiveListener): () => void;
};

export const LiveContext = createContext<LiveContextValue>({ state: "live", listen: () => () => {} });
