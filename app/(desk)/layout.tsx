import type { ReactNode } from "react";
import { requireViewer } from "@/app/viewer";
import { listMyTenants } from "@/lib/tenants";
import { DemoLabel } from "./demo-label";
import { DeskShell } from "./desk-shell";

/** The frame of every signed-in page. It asks who is there; each page still asks for itself what they may see. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { user, person, tenant } = await requireViewer();
  const tenants = await listMyTenants(person);
  return (
    <DeskShell
      name={user.name}
      email={user.email}
      tenants={tenants.map(({ id, name, isCurrent }) => ({ id, name, isCurrent }))}
      banner={tenant.isDemo && <DemoLabel />}
    >
      {children}
    </DeskShell>
  );
}
