import type { ReactNode } from "react";
import type { Account } from "@/components/shell/account-menu";
import type { NavItem, SettingsEntry } from "@/components/shell/nav-item";
import type { PhonePlace } from "@/components/shell/phone-place";
import { Rail } from "@/components/shell/rail";
import { ShellCommands } from "@/components/shell/shell-commands";
import { SkipLink } from "@/components/shell/skip-link";
import { type Notices, TabBar } from "@/components/shell/tab-bar";

type AppShellProps = {
  nav: NavItem[];
  settings?: SettingsEntry;
  account: Account;
  /** News for the reader, in the rail; a phone has `notices` behind "More" in its place. */
  bell?: ReactNode;
  notices?: Notices;
  /** News about the whole desk, above the page: `<ConnectionBanner />`, a demo label. */
  banner?: ReactNode;
  /** Opens the softphone; drawn in the rail and, on a phone, in the tab bar. */
  phone?: (place: PhonePlace) => ReactNode;
  /** An incoming or running call; floats at the top right of every page. */
  callCard?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of every signed-in page: rail (tab bar on a phone), banner, page, call card. The page scrolls inside
 * <main>; a page of panes takes `h-full`. An element with `data-covers-tabs` hides the tab bar, for a thread on a phone.
 */
export function AppShell({
  nav,
  settings,
  account,
  bell,
  notices,
  banner,
  phone,
  callCard,
  children,
}: AppShellProps) {
  return (
    <div className="group/shell flex h-dvh overflow-hidden bg-bg">
      <SkipLink />
      <Rail nav={nav} settings={settings} account={account} bell={bell} phone={phone} />
      <div className="flex min-w-0 flex-1 flex-col">
        {banner}
        <main id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto focus:outline-none">
          {children}
        </main>
        <TabBar nav={nav} settings={settings} account={account} notices={notices} phone={phone} />
      </div>
      <section
        aria-label="Calls"
        className="pointer-events-none fixed inset-x-2 top-2 z-40 flex flex-col items-end gap-2 md:inset-x-auto md:top-[76px] md:right-4 md:w-96 [&>*]:pointer-events-auto"
      >
        {callCard}
      </section>
      <ShellCommands nav={nav} settings={settings} />
    </div>
  );
}
