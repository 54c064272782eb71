import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { sessionLimits } from "./rules";

const Claims = z.object({ sid: z.uuid() });

/** Reads our session id out of next-auth's encrypted token; null for one that is forged, foreign or expired. */
export async function readSessionToken(token: string): Promise<string | null> {
  try {
    const claims = Claims.safeParse(await decode({ token, secret: env.nextAuthSecret }));
    return claims.success ? claims.data.sid : null;
  } catch {
    return null;
  }
}

/** Writes the token that next-auth's cookie holds; for tests and tools that sign in by inserting a session. */
export function writeSessionToken(session: { sessionId: string; userId: string }): Promise<string> {
  const token = { sub: session.userId, sid: session.sessionId };
  return encode({ token, secret: env.nextAuthSecret, maxAge: sessionLimits.absoluteSeconds });
}
