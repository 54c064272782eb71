"use client";
import { Bell, Ellipsis, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { type Account, AccountMenu } from "@/components/shell/account-menu";
import { NavBadge, NavLabel } from "@/components/shell/nav-badge";
import { isCurrent, type NavItem, type SettingsEntry } from "@/components/shell/nav-item";
import type { PhonePlace } from "@/components/shell/phone-place";
import { MenuItem, MenuSeparator } from "@/components/ui/overlay/dropdown-menu";

/** Where news for the reader stands, and how much of it is new. */
export type Notices = { href: string; count: number };

type TabBarProps = {
  nav: NavItem[];
  settings?: SettingsEntry;
  account: Account;
  notices?: Notices;
  phone?: (place: PhonePlace) => ReactNode;
};

const shownTabs = 4;

const tabClass =
  "flex min-h-[52px] min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[11px]/4 text-muted aria-[current=page]:text-accent aria-[current=page]:font-semibold";

/** The navigation of a phone, at the lower edge: four pages, the others behind "More". */
export function TabBar({ nav, settings, account, notices, phone }: TabBarProps) {
  const pathname = usePathname();
  const rest = nav.slice(shownTabs);
  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 border-t border-line bg-panel px-1 pb-[env(safe-area-inset-bottom)] md:hidden group-has-data-covers-tabs/shell:hidden"
    >
      {nav.slice(0, shownTabs).map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={isCurrent(pathname, item) ? "page" : undefined}
          className={tabClass}
        >
          <span className="relative [&>svg]:size-[22px] [&>svg]:stroke-[1.7]">
            {item.icon}
            <NavBadge count={item.badge} />
          </span>
          <span className="max-w-full truncate">
            <NavLabel label={item.label} count={item.badge} />
          </span>
        </Link>
      ))}
      {phone?.({ className: tabClass, side: "top" })}
      <AccountMenu
        account={account}
        side="top"
        trigger={
          <button type="button" className={tabClass}>
            <span className="relative">
              <Ellipsis className="size-[22px]" strokeWidth={1.7} aria-hidden />
              <NavBadge count={notices?.count} />
            </span>
            <NavLabel label="More" count={notices?.count} />
          </button>
        }
      >
        {rest.map((item) => (
          <MenuItem key={item.href} href={item.href} icon={item.icon}>
            {item.label}
          </MenuItem>
        ))}
        {notices && (
          <MenuItem href={notices.href} icon={<Bell />}>
            {notices.count > 0 ? `Notifications (${notices.count} new)` : "Notifications"}
          </MenuItem>
        )}
        {settings && (
          <MenuItem href={settings.href} icon={<Settings />}>
            Settings
          </MenuItem>
        )}
        {(rest.length > 0 || notices || settings) && <MenuSeparator />}
      </AccountMenu>
    </nav>
  );
}
