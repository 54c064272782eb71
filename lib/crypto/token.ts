import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A fresh random secret of so many bytes, in base64url. 16 bytes is the least that nobody can guess. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/**
 * The hash under which an API key, an invitation or a session is stored and looked up (SHA-256, hex). Right for
 * random secrets only: what a person chose needs a slow hash.
 */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Compares two secrets in a time that does not tell where they differ, nor how long the right one is. An empty one equals nothing. */
export function isSameSecret(given: string, right: string): boolean {
  if (given === "" || right === "") return false;
  const [a, b] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/** What may be shown of a secret: its last four characters, nothing of one so short that they would give it away. */
export function lastFour(secret: string): string {
  return secret.length < 12 ? "" : secret.slice(-4);
}
