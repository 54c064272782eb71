import type { Person } from "@/lib/kernel/callers";
import { type Role, roles } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Id } from "@/lib/kernel/ids";
import { mayDo, type Permission, permissions } from "./permissions";
import { unsafeLoadSession } from "./unsafe-load-session";

/** Who is signed in, where, and what they may do there. */
export type Me = {
  user: { id: Id; email: string; name: string; isSuperAdmin: boolean };
  tenant: { id: Id; slug: string; name: string; timezone: string; country: string; locale: string } | null;
  role: Role | null;
  permissions: Permission[];
};

/** The person's own account and the business that this session works in. */
export async function readMe(person: Person): Promise<Me> {
  const row = await unsafeLoadSession(person.sessionId);
  if (!row) throw new AppError("unauthenticated");
  const user = { id: row.userId, email: row.email, name: row.userName, isSuperAdmin: row.isSuperAdmin };
  const role = roles.find((known) => known === row.role);
  if (row.tenantId === null || role === undefined) return { user, tenant: null, role: null, permissions: [] };
  const { tenantId: id, slug, tenantName: name, timezone, country, locale } = row;
  const actor = { kind: "user", userId: row.userId, role } as const;
  const allowed = permissions.filter((permission) => mayDo(actor, permission));
  return { user, tenant: { id, slug, name, timezone, country, locale }, role, permissions: allowed };
}
