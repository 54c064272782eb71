import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "@/lib/kernel/errors";
import type { TenantId } from "@/lib/kernel/ids";
import { deriveOwnerKey, type Keyring, keyOf, type SealingKey } from "./keyring";

/** What a secret belongs to; it opens nowhere else. `tenantId: null` is the platform's own. */
export type SealedPlace = { tenantId: TenantId | null; purpose: string; field: string };

const ivBytes = 12;
const tagBytes = 16;
const cipher = "aes-256-gcm";

/**
 * Seals a secret with AES-256-GCM under the owner's key and a fresh IV. The text, `v1.<key version>.<base64url>`,
 * can be stored as it is.
 */
export function seal(keyring: Keyring, place: SealedPlace, plaintext: string): string {
  const key = keyring.current;
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, ownerKey(key, place), iv, { authTagLength: tagBytes });
  sealing.setAAD(associatedData(place, key.version));
  const sealed = Buffer.concat([
    iv,
    sealing.update(plaintext, "utf8"),
    sealing.final(),
    sealing.getAuthTag(),
  ]);
  return `v1.${key.version}.${sealed.toString("base64url")}`;
}

/** Opens a sealed secret. Throws `internal` when it was changed, cut, moved to another place, or sealed by a key we lack. */
export function open(keyring: Keyring, place: SealedPlace, sealed: string): string {
  const [format, version = "", body = ""] = sealed.split(".");
  const key = format === "v1" ? keyOf(keyring, version) : undefined;
  if (!key) throw new AppError("internal", missingKey);
  const bytes = Buffer.from(body, "base64url");
  // Node would take a tag of 4 bytes for a whole one unless its length is fixed here and below.
  if (bytes.length < ivBytes + tagBytes) throw new AppError("internal", cannotOpen);
  const opening = createDecipheriv(cipher, ownerKey(key, place), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  opening.setAAD(associatedData(place, version));
  opening.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return opening.update(bytes.subarray(ivBytes, -tagBytes), undefined, "utf8") + opening.final("utf8");
  } catch (cause) {
    throw new AppError("internal", cannotOpen, { cause });
  }
}

/** Seals again with the current key what an earlier key sealed; `null` when it has the current key already. */
export function rewrap(keyring: Keyring, place: SealedPlace, sealed: string): string | null {
  if (keyVersionOf(sealed) === keyring.current.version) return null;
  return seal(keyring, place, open(keyring, place, sealed));
}

/** The version of the key that sealed a text. An earlier key can go once no stored text has its version. */
export function keyVersionOf(sealed: string): string {
  return sealed.split(".")[1] ?? "";
}

const missingKey =
  "A stored credential was sealed with another ENCRYPTION_KEY. Put that key into ENCRYPTION_KEY_PREVIOUS, or enter the credential again.";
const cannotOpen = "A stored credential cannot be opened. Enter it again.";

function ownerKey(key: SealingKey, place: SealedPlace): Buffer {
  return deriveOwnerKey(key, ownerOf(place));
}

function ownerOf(place: SealedPlace): string {
  return place.tenantId ?? "platform";
}

/** Length-prefixed, so that no part can borrow letters from its neighbour. */
function associatedData(place: SealedPlace, version: string): Buffer {
  const parts = ["v1", ownerOf(place), place.purpose, place.field, version];
  return Buffer.from(parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("|"));
}
