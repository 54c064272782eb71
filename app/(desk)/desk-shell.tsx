"use client";
import type { ReactNode } from "react";
import { leave, switchBusiness } from "@/components/account/session-actions";
import type { Account } from "@/components/shell/account-menu";
import { AppShell } from "@/components/shell/app-shell";
import { deskPages } from "./desk-pages";

type DeskShellProps = Pick<Account, "name" | "email" | "tenants"> & {
  banner?: ReactNode;
  children: ReactNode;
};

/** The shell with what only the browser can do: leave, switch the business. */
export function DeskShell({ name, email, tenants, banner, children }: DeskShellProps) {
  const account: Account = {
    name,
    email,
    tenants,
    onSwitchTenant: switchBusiness,
    onSignOut: () => leave(),
    profileHref: "/settings/profile",
  };
  return (
    <AppShell nav={deskPages} settingsHref="/settings" account={account} banner={banner}>
      {children}
    </AppShell>
  );
}
