import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { mayDo, type Permission, readSession, type Session } from "@/lib/auth";
import { readVisitor } from "@/lib/http";
import { pagePathHeader } from "./page-path";

/** Whoever looks at a page of a tenant: `ctx` goes into the verbs. */
export type Viewer = Extract<Session, { role: string }>;

/** Who is signed in, asked once per page; null for nobody. */
export const readViewer = cache(async (): Promise<Session | null> => {
  const given = await headers();
  return readSession(readVisitor(given), given.get("cookie"));
});

/** For pages of a tenant: sends strangers to the sign-in page, and people who work in no business to choose one. */
export async function requireViewer(): Promise<Viewer> {
  const session = await readViewer();
  if (!session) redirect(signInPath((await headers()).get(pagePathHeader)));
  if (!session.ctx) redirect("/businesses");
  return session;
}

/** For pages that not every member may see: sends the others to the first page. */
export async function requireViewerWho(permission: Permission): Promise<Viewer> {
  const viewer = await requireViewer();
  if (!mayDo(viewer.ctx.actor, permission)) redirect("/");
  return viewer;
}

/** For the pages of super admins: for everybody else there is nothing at this address. */
export async function requireSuperAdmin(): Promise<Session> {
  const session = await readViewer();
  if (!session) redirect(signInPath((await headers()).get(pagePathHeader)));
  if (!session.person.isSuperAdmin) notFound();
  return session;
}

function signInPath(page: string | null): string {
  return page === null || page === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(page)}`;
}
