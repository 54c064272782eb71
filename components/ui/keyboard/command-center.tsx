"use client";
import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { openPart, shownPart, watchPart } from "@/components/ui/keyboard/command-center-state";
import { useHotkeys } from "@/components/ui/keyboard/use-hotkeys";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette));
const ShortcutsHelp = dynamic(() => import("./shortcuts-help").then((module) => module.ShortcutsHelp));

/** Stands once in the shell: Mod+K opens the palette, ? the list of shortcuts. Both load when first asked for. */
export function CommandCenter() {
  const part = useSyncExternalStore(watchPart, shownPart, () => null);
  useHotkeys({ "Mod+K": () => openPart("palette"), "?": () => openPart("help") });
  const close = (open: boolean) => !open && openPart(null);
  return (
    <>
      {part === "palette" && <CommandPalette onOpenChange={close} />}
      {part === "help" && <ShortcutsHelp onOpenChange={close} />}
    </>
  );
}
