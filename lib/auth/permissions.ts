import type { Actor, Role } from "@/lib/kernel/context";
import { isAtLeast } from "./rules";

type Row = { role: Role; scope: `${string}:${"read" | "write"}` | null };

/**
 * The one table that says who may do what: the least role that may, and the API key scope that includes it
 * (null: never by an API key).
 */
const table = {
  "messages.read": { role: "agent", scope: "messages:read" },
  "messages.send": { role: "agent", scope: "messages:write" },
  "conversations.read": { role: "agent", scope: "conversations:read" },
  "conversations.manage": { role: "agent", scope: "conversations:write" },
  "customers.read": { role: "agent", scope: "customers:read" },
  "customers.manage": { role: "agent", scope: "customers:write" },
  "customers.import": { role: "agent", scope: "customers:write" },
  "customers.export": { role: "admin", scope: "customers:read" },
  "customers.erase": { role: "admin", scope: null },
  "calls.read": { role: "agent", scope: "calls:read" },
  "calls.manage": { role: "agent", scope: "calls:write" },
  "softphone.use": { role: "agent", scope: null },
  "appointments.read": { role: "agent", scope: "appointments:read" },
  "appointments.manage": { role: "agent", scope: "appointments:write" },
  "numbers.read": { role: "agent", scope: "numbers:read" },
  "numbers.manage": { role: "admin", scope: "numbers:write" },
  "connections.read": { role: "admin", scope: "connections:read" },
  "connections.manage": { role: "admin", scope: "connections:write" },
  "teams.read": { role: "agent", scope: "settings:read" },
  "teams.manage": { role: "admin", scope: "settings:write" },
  "flows.manage": { role: "admin", scope: "settings:write" },
  "receptionist.manage": { role: "admin", scope: "settings:write" },
  "automations.manage": { role: "admin", scope: "settings:write" },
  "settings.read": { role: "agent", scope: "settings:read" },
  "settings.manage": { role: "admin", scope: "settings:write" },
  "usage.read": { role: "admin", scope: "settings:read" },
  "events.read": { role: "agent", scope: "conversations:read" },
  "members.read": { role: "agent", scope: "settings:read" },
  "members.manage": { role: "admin", scope: null },
  "keys.manage": { role: "admin", scope: null },
  "audit.read": { role: "admin", scope: null },
  "tenant.remove": { role: "owner", scope: null },
} as const satisfies Record<string, Row>;

/** Something that a member or an API key may be allowed to do in a tenant. */
export type Permission = keyof typeof table;

type Scope = NonNullable<(typeof table)[Permission]["scope"]>;

/** Every permission, in the table's order. */
export const permissions = Object.keys(table).filter(isPermission);

/** Every scope that an API key may be given, in the table's order. */
export const apiScopes: readonly Scope[] = [
  ...new Set(permissions.map((permission) => table[permission].scope).filter((scope) => scope !== null)),
];

/** The scope that lets an API key do that; null: none does, it takes a person. */
export function scopeOf(permission: Permission): Scope | null {
  return table[permission].scope;
}

/** Whether the table lets this actor do that. Parts of the program itself (jobs, carriers, assistant) are bounded by their code. */
export function mayDo(actor: Actor, permission: Permission): boolean {
  const row: Row = table[permission];
  if (actor.kind === "user") return isAtLeast(actor.role, row.role);
  if (actor.kind === "api_key")
    return row.scope !== null && actor.scopes.some((scope) => includesScope(scope, row.scope));
  return false;
}

/** What may be written may be read: `messages:write` includes `messages:read`. */
function includesScope(held: string, needed: string | null): boolean {
  return held === needed || held === needed?.replace(":read", ":write");
}

function isPermission(name: string): name is Permission {
  return name in table;
}
