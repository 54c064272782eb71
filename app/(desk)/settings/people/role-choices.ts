import { isAtLeast } from "@/lib/auth/rules";
import { type Role, roles } from "@/lib/kernel/context";

/** Each role by name, with what it may do. */
export const roleWords: Record<Role, { label: string; hint: string }> = {
  owner: { label: "Owner", hint: "Everything, also deleting the business" },
  admin: { label: "Admin", hint: "People, numbers, keys and settings" },
  agent: { label: "Agent", hint: "Inbox, customers and calls" },
};

/** The roles that somebody may give: none above their own. */
export function roleChoices(ownRole: Role): { value: Role; label: string; hint: string }[] {
  return roles
    .filter((role) => isAtLeast(ownRole, role))
    .map((role) => ({ value: role, ...roleWords[role] }));
}
