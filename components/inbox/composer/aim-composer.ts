/** What the keys r and n want. */
export type Aim = "reply" | "note";

const watchers = new Set<(aim: Aim) => void>();

/** Puts the cursor into the composer, on the reply's channel or on the note. */
export function aimComposer(aim: Aim) {
  for (const watcher of watchers) watcher(aim);
}

/** Called by the composer; returns how to stop. */
export function onAim(watcher: (aim: Aim) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
