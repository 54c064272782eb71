"use client";
import { useEffect, useEffectEvent } from "react";
import { hasOwnKeys, matchesHotkey } from "@/components/ui/keyboard/hotkey";

/**
 * Runs a function per hotkey: `{ j: next, "Mod+Enter": send }`. Single keys are off inside inputs, menus and dialogs;
 * those with Mod work everywhere, except while a dialog is open.
 */
export function useHotkeys(bindings: Record<string, (event: KeyboardEvent) => void>, isEnabled = true) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const found = Object.entries(bindings).find(([hotkey]) => matchesHotkey(event, hotkey));
    if (!found || isSilent(found[0], event.target)) return;
    event.preventDefault();
    found[1](event);
  });
  useEffect(() => {
    if (!isEnabled) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [isEnabled]);
}

function isSilent(hotkey: string, target: EventTarget | null): boolean {
  if (!hotkey.startsWith("Mod+")) return hasOwnKeys(target);
  return target instanceof Element && target.closest("[role=dialog], [role=alertdialog]") !== null;
}
