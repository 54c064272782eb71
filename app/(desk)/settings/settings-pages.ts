import type { SettingsGroup } from "@/components/shell/settings-nav";
import { mayDo, type Permission } from "@/lib/auth";
import type { Actor } from "@/lib/kernel/context";

type SettingsPage = { href: string; label: string; can: Permission };

// Only pages that exist; whoever adds one adds its line.
const groups: { label: string; items: SettingsPage[] }[] = [
  {
    label: "Business",
    items: [
      { href: "/settings/business", label: "General", can: "settings.manage" },
      { href: "/settings/sending", label: "Sending", can: "settings.manage" },
      { href: "/settings/replies", label: "Saved replies", can: "conversations.manage" },
      { href: "/settings/people", label: "People", can: "members.read" },
      { href: "/usage", label: "Usage", can: "usage.read" },
      { href: "/settings/audit", label: "Audit trail", can: "audit.read" },
    ],
  },
  {
    label: "Phone",
    items: [
      { href: "/settings/receptionist", label: "Receptionist", can: "receptionist.manage" },
      { href: "/flows", label: "Flows", can: "flows.manage" },
      { href: "/settings/connections", label: "Connections", can: "connections.read" },
      { href: "/settings/numbers", label: "Numbers", can: "numbers.manage" },
      { href: "/settings/doctor", label: "Connection doctor", can: "numbers.manage" },
    ],
  },
  {
    label: "Build on it",
    items: [
      { href: "/settings/keys", label: "API keys", can: "keys.manage" },
      { href: "/settings/api", label: "API reference", can: "keys.manage" },
    ],
  },
];

const own = { label: "You", items: [{ href: "/settings/profile", label: "Profile and security" }] };

/** The settings that somebody may open, in groups. */
export function settingsGroups(actor: Actor): SettingsGroup[] {
  const open = groups.map(({ label, items }) => ({
    label,
    items: items.filter(({ can }) => mayDo(actor, can)),
  }));
  return [...open.filter(({ items }) => items.length > 0), own];
}
