import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSessionOfToken, sessionCookieNames, sessionLimits, signIn } from "@/lib/auth";
import { SignIn } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { log, readVisitor } from "@/lib/http";

declare module "next-auth" {
  interface User {
    sessionId: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

/** How next-auth signs people in here: its cookie carries the id of our own session row and nothing else. */
export function authOptions(request: Request): NextAuthOptions {
  const isSecure = usesHttps(request.headers.get("host"));
  return {
    secret: env.nextAuthSecret,
    session: { strategy: "jwt", maxAge: sessionLimits.absoluteSeconds },
    useSecureCookies: isSecure,
    cookies: { sessionToken: sessionCookie(isSecure) },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given) => authorise(request, given),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub, sid: user?.sessionId ?? token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: { signOut: ({ token }) => endSessionOfToken(token) },
    logger: {
      error: (code) => log.warn({ code }, "next-auth reported an error"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** An https cookie would be lost on http://localhost, where the install's own people work while carriers use the tunnel. */
function usesHttps(host: string | null): boolean {
  const publicUrl = new URL(env.publicUrl);
  return publicUrl.protocol === "https:" && publicUrl.host === host;
}

function sessionCookie(isSecure: boolean) {
  return {
    name: isSecure ? sessionCookieNames.secure : sessionCookieNames.plain,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
  };
}

async function authorise(request: Request, given: unknown) {
  const credentials = SignIn.safeParse(given);
  if (!credentials.success) return null;
  const outcome = await signIn(readVisitor(request.headers), credentials.data).catch((cause: unknown) => {
    log.error({ err: cause }, "sign-in failed");
    throw new Error("unavailable"); // next-auth puts the message into an address
  });
  if (outcome.ok) return { id: outcome.userId, sessionId: outcome.sessionId };
  if (outcome.reason === "throttled") throw new Error(`throttled:${outcome.retryAfterSeconds}`);
  return null;
}
