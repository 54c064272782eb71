import { recordPlatform } from "@/lib/audit";
import { createUser } from "@/lib/auth";
import { unsafeFindUserByEmail } from "@/lib/auth/unsafe-users";
import { newSecret } from "@/lib/crypto";
import { unsafePlatformSql } from "@/lib/db";
import type { Person } from "@/lib/kernel/callers";
import { createTenant } from "@/lib/tenants";
import type { NewBusiness } from "./schema";

/** A business made for somebody. `password` only when its owner had no account: it is shown this once. */
export type MadeBusiness = { id: string; password: string | null };

/** Sets up a business for its owner, who gets an account when the address is new. */
export async function createBusiness(person: Person, input: NewBusiness): Promise<MadeBusiness> {
  const { ownerEmail: email, ownerName, name, country, timezone } = input;
  const known = await unsafeFindUserByEmail(email);
  const password = known ? null : newSecret(12);
  const ownerId =
    known?.id ?? (await createUser(person, { email, name: ownerName, password: password ?? newSecret() }));
  const ctx = await createTenant(person, { name, country, timezone, ownerId });
  await unsafePlatformSql("what super admins do is the platform's", (sql) =>
    recordPlatform(sql, person, {
      ...{
        action: "business.created",
        subject: { kind: "tenant", id: ctx.tenantId },
        tenantId: ctx.tenantId,
      },
      detail: { country, isNewOwner: known === null },
    }),
  );
  return { id: ctx.tenantId, password };
}
