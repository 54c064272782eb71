import { createHash, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";

/** One sealing key with the version that is written beside everything it seals. */
export type SealingKey = { version: string; secret: Buffer };

/** The key that seals, and those that may still open what they once sealed. */
export type Keyring = { current: SealingKey; previous: readonly SealingKey[] };

const keyBytes = 32;

/** Makes a keyring from base64 texts of 32 bytes each. A key's version is derived from the key: no number to keep in step. */
export function createKeyring(current: string, previous: readonly string[] = []): Keyring {
  return { current: readKey(current), previous: previous.map(readKey) };
}

let ofProcess: Keyring | undefined;

/** The keyring of the settings `ENCRYPTION_KEY` and `ENCRYPTION_KEY_PREVIOUS`. */
export function processKeyring(): Keyring {
  ofProcess ??= createKeyring(env.encryptionKey, env.previousEncryptionKeys);
  return ofProcess;
}

/** The key of a version, `undefined` when the keyring lacks it. */
export function keyOf(keyring: Keyring, version: string): SealingKey | undefined {
  return [keyring.current, ...keyring.previous].find((key) => key.version === version);
}

/**
 * The key of one owner, derived (HKDF-SHA-256) from a sealing key. Owners never share a key, so random IVs are
 * counted per owner, and no data keys need to be stored, wrapped and lost.
 */
export function deriveOwnerKey(key: SealingKey, owner: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key.secret, owner, "trunkline seal v1", keyBytes));
}

function readKey(base64: string): SealingKey {
  const secret = Buffer.from(base64, "base64");
  if (secret.length !== keyBytes) throw new AppError("internal", "A sealing key must be 32 bytes in base64.");
  const version = createHash("sha256")
    .update("trunkline key version")
    .update(secret)
    .digest("hex")
    .slice(0, 8);
  return { version, secret };
}
