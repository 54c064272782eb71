import type { ReactNode } from "react";

/** A page in the navigation. Give only pages that exist. */
export type NavItem = {
  href: string;
  label: string;
  /** An icon element, e.g. `<Inbox />`. */
  icon: ReactNode;
  /** How many wait for somebody; nothing is shown for 0. */
  badge?: number;
};

/** Whether a page belongs to a navigation entry: itself or anything below it. */
export function isCurrent(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
