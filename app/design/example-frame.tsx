"use client";
import { BarChart3, Inbox, Phone, Users, Workflow } from "lucide-react";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { ConnectionBanner } from "@/components/shell/connection-banner";
import { toast } from "@/components/ui/overlay/toast";

const nav = [
  { href: "/design/frame", label: "Inbox", icon: <Inbox aria-hidden />, badge: 3 },
  { href: "/design/calls", label: "Calls", icon: <Phone aria-hidden /> },
  { href: "/design/public", label: "Customers", icon: <Users aria-hidden /> },
  { href: "/design/lost", label: "Flows", icon: <Workflow aria-hidden /> },
  { href: "/design/reports", label: "Reports", icon: <BarChart3 aria-hidden /> },
];

const account = {
  name: "Anika Patel",
  email: "anika@riverside.example",
  presence: "online" as const,
  tenants: [
    { id: "1", name: "Riverside Dental", isCurrent: true },
    { id: "2", name: "Hilltop Vets", isCurrent: false },
  ],
  onSwitchTenant: () => toast.info("Switched"),
  onSignOut: () => toast.info("Signed out"),
  profileHref: "/design/settings",
};

type ExampleFrameProps = { callCard?: ReactNode; isReconnecting?: boolean; children: ReactNode };

/** The signed-in frame with made-up pages, for looking at it without an account. */
export function ExampleFrame({ callCard, isReconnecting, children }: ExampleFrameProps) {
  return (
    <AppShell
      nav={nav}
      settings={{ href: "/design/settings" }}
      account={account}
      banner={<ConnectionBanner connection={isReconnecting ? "reconnecting" : "live"} />}
      callCard={callCard}
    >
      {children}
    </AppShell>
  );
}
