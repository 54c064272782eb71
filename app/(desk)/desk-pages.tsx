import { CalendarDays, ChartColumn, Hourglass, Inbox, Phone, Users, Workflow } from "lucide-react";
import type { NavItem } from "@/components/shell/nav-item";
import type { Permission } from "@/lib/auth/permissions";

/** The pages of the rail, in their order; the first one is the first page. Only pages that exist; `can` keeps one from those who may not. */
export const deskPages: (NavItem & { can?: Permission })[] = [
  { href: "/dashboard", label: "Dashboard", icon: <ChartColumn aria-hidden /> },
  { href: "/inbox", label: "Inbox", icon: <Inbox aria-hidden /> },
  { href: "/calls", label: "Calls", icon: <Phone aria-hidden /> },
  { href: "/appointments", label: "Calendar", icon: <CalendarDays aria-hidden /> },
  { href: "/customers", label: "Customers", icon: <Users aria-hidden /> },
  { href: "/queues", label: "Queues", icon: <Hourglass aria-hidden /> },
  { href: "/automations", label: "Rules", icon: <Workflow aria-hidden />, can: "automations.manage" },
];
