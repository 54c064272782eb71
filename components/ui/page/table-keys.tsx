"use client";
import type { KeyboardEvent, ReactNode } from "react";

/** Walks through the row links of the table inside with the arrow keys, Home and End. */
export function TableKeys({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the links inside, is no control itself
    <div onKeyDown={walk} className="overflow-x-auto md:overflow-visible">
      {children}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-link]")];
  const here = links.findIndex((link) => link.contains(document.activeElement));
  if (here < 0) return;
  const next = nextIndex(event.key, here, links.length - 1);
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}

function nextIndex(key: string, here: number, last: number): number | undefined {
  if (key === "ArrowDown") return Math.min(last, here + 1);
  if (key === "ArrowUp") return Math.max(0, here - 1);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return undefined;
}
