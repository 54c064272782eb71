"use client";
import { Activity, Building2, Coins, KeyRound, ScrollText, ToggleRight } from "lucide-react";
import type { ReactNode } from "react";
import { leave, switchBusiness } from "@/components/account/session-actions";
import type { Account } from "@/components/shell/account-menu";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";

type PlatformShellProps = Pick<Account, "name" | "email" | "tenants"> & { children: ReactNode };

// Only pages that exist; whoever adds one adds its line.
const pages: NavItem[] = [
  { href: "/platform/tenants", label: "Businesses", icon: <Building2 aria-hidden /> },
  { href: "/platform/health", label: "Health", icon: <Activity aria-hidden /> },
  { href: "/platform/accounts", label: "Accounts", icon: <KeyRound aria-hidden /> },
  { href: "/platform/prices", label: "Prices", icon: <Coins aria-hidden /> },
  { href: "/platform/switches", label: "Switches", icon: <ToggleRight aria-hidden /> },
  { href: "/platform/audit", label: "Audit", icon: <ScrollText aria-hidden /> },
];

/** The shell of the super admin's pages: the same frame as the desk's, without a business in it. */
export function PlatformShell({ name, email, tenants, children }: PlatformShellProps) {
  const account: Account = { name, email, tenants, onSwitchTenant: switchBusiness, onSignOut: () => leave() };
  return (
    <AppShell nav={pages} account={account}>
      {children}
    </AppShell>
  );
}
