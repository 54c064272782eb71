import { createHash, randomBytes } from "node:crypto";

/** A new API key: 192 random bits behind a prefix that secret scanners can look for. */
export function makeKey(): string {
  return `tl_${randomBytes(24).toString("base64url")}`;
}

/** What is stored in a key's place. A plain hash is enough: a key is random, nobody can guess through a dictionary. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** The key in an `Authorization: Bearer` header; null when there is no such header. */
export function readBearer(authorization: string | null): string | null {
  const match = /^Bearer +(\S{1,200})$/i.exec(authorization ?? "");
  return match?.[1] ?? null;
}
