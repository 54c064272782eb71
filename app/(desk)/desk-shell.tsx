"use client";
import type { ReactNode } from "react";
import { leave, switchBusiness } from "@/components/account/session-actions";
import { useUnread } from "@/components/inbox/news/use-unread";
import { LiveProvider } from "@/components/live/live-provider";
import { useLineState } from "@/components/live/use-live-stream";
import { Bell } from "@/components/notifications/bell";
import { useNotifications } from "@/components/notifications/use-notifications";
import { QueryProvider } from "@/components/query/query-provider";
import type { Account } from "@/components/shell/account-menu";
import { AppShell } from "@/components/shell/app-shell";
import { ConnectionBanner } from "@/components/shell/connection-banner";
import { CallCards } from "@/components/softphone/cards/call-cards";
import { PhoneButton } from "@/components/softphone/dialer/phone-button";
import { PhoneProvider } from "@/components/softphone/phone/phone-context";
import type { InboxCounts } from "@/lib/inbox/schema";
import type { NotificationBoard } from "@/lib/notifications/schema";
import { deskPages } from "./desk-pages";

const settings = { href: "/settings", also: ["/usage", "/flows", "/numbers", "/twilio", "/vobiz"] };

type DeskShellProps = Pick<Account, "name" | "email" | "tenants" | "platformHref"> & {
  banner?: ReactNode;
  /** Addresses of pages that this person may not open. */
  closed: readonly string[];
  counts: InboxCounts;
  board: NotificationBoard;
  children: ReactNode;
};

type LiveDeskProps = DeskShellProps & { tenantId: string; position: string | null };

/** The shell of every signed-in page, kept live. */
export function LiveDesk({ tenantId, position, ...shell }: LiveDeskProps) {
  return (
    <QueryProvider>
      <LiveProvider tenantId={tenantId} position={position}>
        <PhoneProvider>
          <DeskShell {...shell} />
        </PhoneProvider>
      </LiveProvider>
    </QueryProvider>
  );
}

/** The shell with what only the browser can do: leave, switch the business, tell what waits. */
function DeskShell({
  name,
  email,
  tenants,
  platformHref,
  banner,
  closed,
  counts,
  board,
  children,
}: DeskShellProps) {
  const unread = useUnread(counts);
  const line = useLineState();
  const news = useNotifications(board);
  const account: Account = {
    name,
    email,
    tenants,
    ...(platformHref ? { platformHref } : {}),
    onSwitchTenant: switchBusiness,
    onSignOut: () => leave(),
    profileHref: "/settings/profile",
  };
  return (
    <AppShell
      nav={deskPages
        .filter(({ href }) => !closed.includes(href))
        .map((page) => (page.href === "/inbox" ? { ...page, badge: unread } : page))}
      settings={settings}
      account={account}
      bell={<Bell board={news.board} onRead={news.markRead} />}
      notices={{ href: "/notifications", count: news.board.unread }}
      phone={(place) => <PhoneButton {...place} />}
      callCard={<CallCards />}
      banner={
        <>
          <ConnectionBanner connection={line} />
          {banner}
        </>
      }
    >
      {children}
    </AppShell>
  );
}
