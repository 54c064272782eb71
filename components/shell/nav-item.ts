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

/** A count as the navigation shows it: nothing for 0, "99+" beyond two digits. */
export function badgeText(count: number | undefined): string {
  if (!count || count < 0) return "";
  return count > 99 ? "99+" : String(count);
}
