import { sessionCookieNames, signOut } from "@/lib/auth";
import { clearCookies } from "@/lib/http";
import { route } from "@/lib/wiring/route";

export const DELETE = route({ can: "signed_in" }, async ({ ctx }) => {
  await signOut(ctx);
  return clearCookies(Object.values(sessionCookieNames));
});
