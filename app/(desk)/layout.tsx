import type { ReactNode } from "react";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { mayDo } from "@/lib/auth";
import { countInbox } from "@/lib/inbox";
import { readBoard } from "@/lib/notifications";
import { listMyTenants } from "@/lib/tenants";
import { DemoLabel } from "./demo-label";
import { deskPages } from "./desk-pages";
import { LiveDesk } from "./desk-shell";

/** The frame of every signed-in page. It asks who is there; each page still asks for itself what they may see. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { user, person, tenant, role, ctx } = await requireViewer();
  const position = await positionOfPage();
  const [tenants, counts, board] = await Promise.all([
    listMyTenants(person),
    countInbox(ctx),
    readBoard(ctx),
  ]);
  return (
    <LiveDesk
      tenantId={tenant.id}
      position={position}
      closed={deskPages.filter(({ can }) => can && !mayDo(ctx.actor, can)).map(({ href }) => href)}
      counts={counts}
      board={board}
      name={user.name}
      email={user.email}
      {...(person.isSuperAdmin ? { platformHref: "/platform" } : {})}
      tenants={tenants.map(({ id, name, isCurrent }) => ({ id, name, isCurrent }))}
      banner={tenant.isDemo && <DemoLabel mayRemove={role === "owner" || person.isSuperAdmin} />}
    >
      {children}
    </LiveDesk>
  );
}
