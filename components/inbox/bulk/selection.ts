"use client";
import { useSyncExternalStore } from "react";
import type { ConversationRow } from "@/lib/inbox/schema";

/** Which conversations are chosen together; null while nobody chooses several. */
export type Selection = ReadonlyMap<string, ConversationRow> | null;

const watchers = new Set<() => void>();
let chosen: Selection = null;

/** The chosen conversations as they were when they were chosen. */
export function useSelection(): Selection {
  return useSyncExternalStore(
    (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    () => chosen,
    () => null,
  );
}

/** Begins to choose several, with none chosen yet, or with these. */
export function startSelection(rows: readonly ConversationRow[] = []) {
  change(new Map(rows.map((row) => [row.id, row])));
}

/** Chooses a conversation, or no longer. */
export function toggleSelected(row: ConversationRow) {
  const next = new Map(chosen ?? []);
  if (!next.delete(row.id)) next.set(row.id, row);
  change(next);
}

/** Back to reading one at a time. */
export function endSelection() {
  change(null);
}

function change(next: Selection) {
  chosen = next;
  for (const watcher of watchers) watcher();
}
