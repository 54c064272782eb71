import type { ReactNode } from "react";
import { requireSuperAdmin } from "@/app/viewer";
import { listMyTenants } from "@/lib/tenants";
import { PlatformShell } from "./platform-shell";

/** The frame of the super admin's pages; each page asks for itself who is there. */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const { user, person } = await requireSuperAdmin();
  const tenants = await listMyTenants(person);
  return (
    <PlatformShell
      name={user.name}
      email={user.email}
      tenants={tenants.map(({ id, name }) => ({ id, name, isCurrent: false }))}
    >
      {children}
    </PlatformShell>
  );
}
