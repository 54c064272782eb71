/** Names of the session cookie. The `__Host-` one is bound to https and to this very host. */
export const sessionCookieNames = { secure: "__Host-trunkline-session", plain: "trunkline-session" } as const;

/** The session token in a Cookie header; the secure one wins, because nobody but us can have set it. */
export function readSessionCookie(header: string | null): string | null {
  if (!header) return null;
  const cookies = new Map(header.split(";").map(splitCookie));
  return cookies.get(sessionCookieNames.secure) ?? cookies.get(sessionCookieNames.plain) ?? null;
}

function splitCookie(pair: string): [string, string] {
  const equals = pair.indexOf("=");
  return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
}
