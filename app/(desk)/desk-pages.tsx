import { Inbox } from "lucide-react";
import type { NavItem } from "@/components/shell/nav-item";

/** The pages of the rail, in their order. Only pages that exist. */
export const deskPages: NavItem[] = [{ href: "/inbox", label: "Inbox", icon: <Inbox aria-hidden /> }];
