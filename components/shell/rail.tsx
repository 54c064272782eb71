"use client";
import { Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { type Account, AccountMenu } from "@/components/shell/account-menu";
import { LogoMark } from "@/components/shell/logo";
import { NavBadge, NavLabel } from "@/components/shell/nav-badge";
import { isCurrent, type NavItem, type SettingsEntry } from "@/components/shell/nav-item";
import type { PhonePlace } from "@/components/shell/phone-place";
import { Avatar } from "@/components/ui/display/avatar";

type RailProps = {
  nav: NavItem[];
  settings?: SettingsEntry;
  account: Account;
  bell?: ReactNode;
  phone?: (place: PhonePlace) => ReactNode;
};

const entryClass =
  "flex min-h-[53px] w-full shrink-0 flex-col items-center justify-center gap-1 rounded-card text-[11px]/4 text-rail-muted transition-colors duration-100 hover:text-rail-text aria-[current=page]:bg-rail-selection aria-[current=page]:text-rail-text focus-visible:-outline-offset-2";

/** The dark column on the left with every page, settings and the reader's own menu. */
export function Rail({ nav, settings, account, bell, phone }: RailProps) {
  return (
    <nav
      aria-label="Main"
      className="hidden w-rail shrink-0 flex-col items-center bg-rail py-2.5 md:flex [&_:focus-visible]:outline-rail-mark"
    >
      <Link
        href={nav[0]?.href ?? "/"}
        aria-label="Trunkline, to the first page"
        className="mb-2 grid size-11 place-items-center rounded-card text-rail-mark"
      >
        <LogoMark className="size-[22px]" />
      </Link>
      <div className="flex min-h-0 w-full flex-1 flex-col items-center gap-0.5 overflow-y-auto px-1.5 pt-0.5 [scrollbar-width:none]">
        {nav.map((item) => (
          <RailLink key={item.href} item={item} />
        ))}
        <span className="flex-1" />
        {bell}
        {phone?.({ className: entryClass, side: "right" })}
        {settings && <RailLink item={{ ...settings, label: "Settings", icon: <Settings /> }} />}
      </div>
      <div className="pt-2">
        <AccountMenu
          account={account}
          side="right"
          trigger={
            <button type="button" className="grid size-11 place-items-center rounded-full">
              <span className="sr-only">Your menu, {account.name}</span>
              <Avatar name={account.name} status={account.presence} on="rail" />
            </button>
          }
        />
      </div>
    </nav>
  );
}

function RailLink({ item }: { item: NavItem }) {
  const active = isCurrent(usePathname(), item);
  return (
    <Link href={item.href} aria-current={active ? "page" : undefined} className={entryClass}>
      <span className="relative [&>svg]:size-5 [&>svg]:stroke-[1.7]">
        {item.icon}
        <NavBadge count={item.badge} />
      </span>
      <NavLabel label={item.label} count={item.badge} />
    </Link>
  );
}
