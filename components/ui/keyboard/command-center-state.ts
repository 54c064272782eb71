export type CommandCenterPart = "palette" | "help" | null;

const watchers = new Set<() => void>();
let part: CommandCenterPart = null;

/** Opens the palette or the list of shortcuts from anywhere; null closes. */
export function openPart(next: CommandCenterPart) {
  part = next;
  for (const watcher of watchers) watcher();
}

/** What is open now. */
export function shownPart(): CommandCenterPart {
  return part;
}

/** Calls back when something opens or closes. */
export function watchPart(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}
