import type { ReactNode } from "react";

/** A page in the navigation. Give only pages that exist. */
export type NavItem = {
  href: string;
  label: string;
  /** An icon element, e.g. `<Inbox />`. */
  icon: ReactNode;
  /** Pages elsewhere that belong to it as well. */
  also?: readonly string[];
  /** How many wait for somebody; nothing is shown for 0. */
  badge?: number;
};

/** Where the settings begin, and the pages outside of that address that belong to them. */
export type SettingsEntry = Pick<NavItem, "href" | "also">;

/** Whether a page belongs to a navigation entry: itself, a page elsewhere that is its own, or anything below these. */
export function isCurrent(pathname: string, { href, also = [] }: Pick<NavItem, "href" | "also">): boolean {
  return [href, ...also].some((one) => pathname === one || pathname.startsWith(`${one}/`));
}
