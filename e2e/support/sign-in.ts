import type { BrowserContext } from "@playwright/test";
import { sessionCookieNames, writeSessionToken } from "@/lib/auth";
import { unsafeInsertSession } from "@/lib/auth/unsafe-sessions";
import { unsafePlatformSql } from "@/lib/db";
import { systemClock } from "@/lib/kernel/clock";
import { e2ePlace } from "@/scripts/proof/e2e-place";
import { openProductDatabase } from "./database";

/** Logins of the demo world; every password is `trunkline-demo`. */
export type DemoLogin = "owner@demo.test" | "agent@demo.test" | "owner@pragati.test" | "admin@trunkline.test";

const visitor = { clock: systemClock, requestId: "e2e", address: "127.0.0.1", userAgent: "e2e" };

/** Signs the browser in by inserting a session; the form has a story of its own. */
export async function signIn(browser: BrowserContext, email: DemoLogin | (string & {})): Promise<void> {
  await openProductDatabase();
  const token = await unsafePlatformSql("a test signs somebody in", async (sql) => {
    const user = await sql.one<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
    if (!user) throw new Error(`There is no user ${email}.`);
    const sessionId = await unsafeInsertSession(sql, visitor, user.id);
    return writeSessionToken({ sessionId, userId: user.id });
  });
  await browser.addCookies([{ name: sessionCookieNames.plain, value: token, url: e2ePlace().url }]);
}
