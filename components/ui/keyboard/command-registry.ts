import type { ReactNode } from "react";

/** Something a person can do by name in the palette, or by a hotkey. */
export type Command = {
  /** Unique within its context. */
  id: string;
  /** A verb: "Close conversation". */
  title: string;
  /** "e", "Mod+Enter"; see useHotkeys. */
  hotkey?: string;
  icon?: ReactNode;
  /** Other words that find it. */
  keywords?: string[];
  /** Only in the list of shortcuts, not in the palette: "Next conversation". */
  isKeyOnly?: boolean;
  perform: () => void;
};

export type CommandGroup = { context: string; commands: Command[] };

const watchers = new Set<() => void>();
let groups: CommandGroup[] = [];

/** Adds the commands of a part of the page and returns how to take them away again. */
export function registerCommands(group: CommandGroup): () => void {
  change([...groups, group]);
  return () => change(groups.filter((other) => other !== group));
}

/** The commands that make sense right now, latest part of the page last. Stable until something changes. */
export function registeredGroups(): CommandGroup[] {
  return groups;
}

/** Calls back whenever commands come or go. */
export function watchCommands(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

function change(next: CommandGroup[]) {
  groups = next;
  for (const watcher of watchers) watcher();
}
