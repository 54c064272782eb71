"use client";
import { useSyncExternalStore } from "react";
import { cx } from "@/components/ui/cx";

const tones = {
  plain: "bg-selection text-muted",
  rail: "bg-rail-selection text-rail-muted",
  inherit: "bg-current/15 text-inherit",
};

type KbdProps = {
  /** "Mod" is drawn as ⌘ on a Mac and Ctrl elsewhere. */
  keys: string[];
  tone?: keyof typeof tones;
};

/** Keys to press, as small caps on keys. */
export function Kbd({ keys, tone = "plain" }: KbdProps) {
  const isMac = useSyncExternalStore(neverChanges, isApple, () => false);
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={cx(
            "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-[5px] px-1 font-sans text-tiny font-medium",
            tones[tone],
          )}
        >
          {keyFace(key, isMac)}
        </kbd>
      ))}
    </span>
  );
}

function neverChanges(): () => void {
  return () => {};
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

function keyFace(key: string, isMac: boolean): string {
  if (key === "Mod") return isMac ? "⌘" : "Ctrl";
  if (key === "Enter") return "↵";
  if (key === "Shift") return "⇧";
  return key.length === 1 ? key.toUpperCase() : key;
}
