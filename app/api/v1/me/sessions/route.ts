import { endAllSessions, listSessions, sessionCookieNames } from "@/lib/auth";
import { clearCookies } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "signed_in" }, async ({ ctx }) => ({
  data: await listSessions(ctx),
  nextCursor: null,
}));

export const DELETE = route({ can: "signed_in" }, async ({ ctx }) => {
  await endAllSessions(ctx);
  return clearCookies(Object.values(sessionCookieNames));
});
