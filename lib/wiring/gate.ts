import { mayDo, type Permission, readSession } from "@/lib/auth";
import type { Gate } from "@/lib/http";
import { readKey } from "@/lib/keys";

/** How this product's requests prove who they are: by API key, else by session. */
export const gate: Gate<Permission> = {
  async authenticate(credentials, visitor) {
    const keyCtx = await readKey(visitor, credentials.authorization);
    if (keyCtx) return { by: "api_key", person: null, ctx: keyCtx };
    const session = await readSession(visitor, credentials.cookie);
    return session && { by: "session", person: session.person, ctx: session.ctx };
  },
  mayDo,
};
