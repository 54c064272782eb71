"use client";
import { Building2 } from "lucide-react";
import type { ReactNode } from "react";
import { leave, switchBusiness } from "@/components/account/session-actions";
import type { Account } from "@/components/shell/account-menu";
import { AppShell } from "@/components/shell/app-shell";
import type { NavItem } from "@/components/shell/nav-item";

type PlatformShellProps = Pick<Account, "name" | "email" | "tenants"> & { children: ReactNode };

// Only pages that exist; whoever adds one adds its line.
const pages: NavItem[] = [
  { href: "/platform/tenants", label: "Businesses", icon: <Building2 aria-hidden /> },
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
