"use client";
import { useSyncExternalStore } from "react";
import type { MediaView } from "@/lib/messages/schema";

/** What was written here and is not yet seen back from the server. */
export type Outgoing = {
  /** Also its idempotency key: sending it again can never make two. */
  key: string;
  conversationId: string;
  channel: "sms" | "whatsapp" | "note";
  body: string;
  from?: string | undefined;
  media: MediaView[];
  /** It is to wait until then. */
  sendAt?: Date;
  evenIfQuiet?: boolean;
  at: string;
  state: "sending" | "unsent";
  /** The server's id of it, once known. */
  sentAs?: string;
  /** Why it could not leave. */
  problem?: string;
};

const watchers = new Set<() => void>();
let outbox: readonly Outgoing[] = [];

/** Shows a message in its thread at once. */
export function putInOutbox(outgoing: Outgoing) {
  change([...outbox, outgoing]);
}

/** Writes down what became of it. */
export function updateOutbox(key: string, update: Partial<Outgoing>) {
  change(outbox.map((each) => (each.key === key ? { ...each, ...update } : each)));
}

/** Takes it away: the server shows it now, or it never left. */
export function dropFromOutbox(key: string) {
  change(outbox.filter((each) => each.key !== key));
}

/** Everything that waits; stable until something changes. */
export function useOutbox(): readonly Outgoing[] {
  return useSyncExternalStore(watch, shown, none);
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

function shown(): readonly Outgoing[] {
  return outbox;
}

const empty: readonly Outgoing[] = [];

function none(): readonly Outgoing[] {
  return empty;
}

function change(next: readonly Outgoing[]) {
  outbox = next;
  for (const watcher of watchers) watcher();
}
