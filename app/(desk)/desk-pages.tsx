import { CalendarDays, ChartColumn, Inbox, Phone, Users } from "lucide-react";
import type { NavItem } from "@/components/shell/nav-item";

/** The pages of the rail, in their order; the first one is the first page. Only pages that exist. */
export const deskPages: NavItem[] = [
  { href: "/dashboard", label: "Dashboard", icon: <ChartColumn aria-hidden /> },
  { href: "/inbox", label: "Inbox", icon: <Inbox aria-hidden /> },
  { href: "/calls", label: "Calls", icon: <Phone aria-hidden /> },
  { href: "/appointments", label: "Calendar", icon: <CalendarDays aria-hidden /> },
  { href: "/customers", label: "Customers", icon: <Users aria-hidden /> },
];
