import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { World } from "../../world/world";

/** What an access token lets its bearer do. */
export type Grants = {
  accountSid: string;
  identity: string;
  mayRing: boolean;
  applicationSid: string | null;
  /** Parameters that the token's maker adds to every call from the browser. */
  params: Record<string, string>;
  expiresAt: Date;
};

export type TokenVerdict = { ok: true; grants: Grants } | { ok: false; code: number; message: string };

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  iat: z.number().optional(),
  grants: z.object({
    identity: z.string().min(1).max(256),
    voice: z
      .object({
        incoming: z.object({ allow: z.boolean() }).optional(),
        outgoing: z
          .object({ application_sid: z.string(), params: z.record(z.string(), z.string()).optional() })
          .optional(),
      })
      .optional(),
  }),
});

const DAY_SECONDS = 86_400;
/** Letters, digits and underscore are safe everywhere; Twilio turns other identities away with 31105. */
const safeIdentity = /^[A-Za-z0-9_]+$/;

/** Believes an access token or says why not, with Twilio's own codes. */
export function readToken({ store, clock }: World, text: unknown): TokenVerdict {
  const parts = typeof text === "string" ? text.split(".") : [];
  const claims = claimsSchema.safeParse(decode(parts[1]));
  if (parts.length !== 3 || !claims.success) return refuse(31204, "Access token is not valid");
  const { iss, sub, exp, iat, grants } = claims.data;
  const key = store.keys.get(iss);
  if (key?.accountSid !== sub || !isSignedBy(key.secret, parts))
    return refuse(31202, "Access token's signature is not valid");
  const account = store.accounts.get(sub);
  if (account?.status !== "active") return refuse(31201, "Authentication failed");
  const now = clock.now().getTime() / 1000;
  if (exp <= now) return refuse(31205, "Access token has expired");
  if (exp - (iat ?? now) > DAY_SECONDS) return refuse(31207, "Access token lives too long");
  if (!safeIdentity.test(grants.identity))
    return refuse(31105, "Identity has characters that are not allowed");
  const { incoming, outgoing } = grants.voice ?? {};
  return {
    ok: true,
    grants: {
      accountSid: sub,
      identity: grants.identity,
      mayRing: incoming?.allow ?? false,
      applicationSid: outgoing?.application_sid ?? null,
      params: outgoing?.params ?? {},
      expiresAt: new Date(exp * 1000),
    },
  };
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function isSignedBy(secret: string, [head, body, signature]: string[]): boolean {
  const expected = createHmac("sha256", secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature ?? "", "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refuse(code: number, message: string): TokenVerdict {
  return { ok: false, code, message };
}
