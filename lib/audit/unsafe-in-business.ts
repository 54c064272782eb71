import type { Person } from "@/lib/kernel/callers";
import type { Ctx } from "@/lib/kernel/context";
import { unsafeTenantId } from "@/lib/kernel/ids";

/** The context in which a super admin acts on a business that they are no member of. Unsafe: nothing but their being super admin proves it. */
export function unsafeInBusiness(person: Person, tenantId: string): Ctx {
  const { clock, requestId, userId } = person;
  return {
    ...{ tenantId: unsafeTenantId(tenantId), clock, requestId },
    actor: { kind: "user", userId, role: "owner" },
  };
}
