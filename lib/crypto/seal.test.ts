import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId, unsafeTenantId } from "@/lib/kernel/ids";
import { createKeyring, deriveOwnerKey } from "./keyring";
import { keyVersionOf, open, rewrap, type SealedPlace, seal } from "./seal";

const newKey = () => randomBytes(32).toString("base64");
const keyring = createKeyring(newKey());
const tenantId = unsafeTenantId(newId());
const place: SealedPlace = { tenantId, purpose: "connection:1", field: "authToken" };

/** Flips one bit of the sealed bytes. */
function tamper(sealed: string, at: number): string {
  const [format, version, body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  const index = (at + bytes.length) % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return `${format}.${version}.${bytes.toString("base64url")}`;
}

/** Leaves out the last bytes. */
function cut(sealed: string, bytes: number): string {
  const [format, version, body = ""] = sealed.split(".");
  return `${format}.${version}.${Buffer.from(body, "base64url").subarray(0, -bytes).toString("base64url")}`;
}

test("any text comes back, and is never sealed the same way twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (secret) => {
      const sealed = seal(keyring, place, secret);
      expect(open(keyring, place, sealed)).toBe(secret);
      expect(seal(keyring, place, secret)).not.toBe(sealed);
      expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
    }),
  );
});

test.each([0, 5, 11, 12, 20, -1, -16, -17])("a changed byte at %d is refused", (at) => {
  const sealed = seal(keyring, place, "a secret of some length");
  expect(() => open(keyring, place, tamper(sealed, at))).toThrow("cannot be opened");
});

test.each([
  ["another tenant", { ...place, tenantId: unsafeTenantId(newId()) }],
  ["the platform", { ...place, tenantId: null }],
  ["another purpose", { ...place, purpose: "connection:2" }],
  ["another field", { ...place, field: "apiKeySecret" }],
  ["parts that join to the same text", { ...place, purpose: "connection:", field: "1authToken" }],
])("a secret moved to %s is refused", (_where, elsewhere) => {
  const sealed = seal(keyring, place, "0123456789abcdef");
  expect(() => open(keyring, elsewhere, sealed)).toThrow("cannot be opened");
});

test("a short tag is refused at every length", () => {
  const sealed = seal(keyring, place, "");
  for (const bytes of [1, 4, 8, 12, 15, 16, 28])
    expect(() => open(keyring, place, cut(sealed, bytes))).toThrow();
});

test("broken twin: without a fixed tag length Node takes four bytes of the tag for a whole one", () => {
  const key = deriveOwnerKey(keyring.current, tenantId);
  const iv = randomBytes(12);
  const sealing = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([sealing.update("secret"), sealing.final()]);
  const careless = createDecipheriv("aes-256-gcm", key, iv);
  const originalEmit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    careless.setAuthTag(sealing.getAuthTag().subarray(0, 4));
    expect(careless.update(body, undefined, "utf8") + careless.final("utf8")).toBe("secret");
  } finally {
    process.emitWarning = originalEmit;
  }
});

test.each(["", "v1", "v1..", "v2.00000000.AAAA", "plain secret", "v1.00000000.AAAA"])(
  "%j is not opened",
  (text) => {
    expect(() => open(keyring, place, text)).toThrow("ENCRYPTION_KEY");
  },
);

test("a new key seals, the old one still opens, and rewrapping leaves nothing with the old one", () => {
  const [oldKey, nextKey] = [newKey(), newKey()];
  const before = createKeyring(oldKey);
  const during = createKeyring(nextKey, [oldKey]);
  const after = createKeyring(nextKey);
  const sealed = seal(before, place, "token");
  expect(open(during, place, sealed)).toBe("token");
  expect(() => open(after, place, sealed)).toThrow("ENCRYPTION_KEY_PREVIOUS");
  const moved = rewrap(during, place, sealed) ?? "";
  expect(open(after, place, moved)).toBe("token");
  expect(keyVersionOf(moved)).toBe(after.current.version);
  expect(rewrap(during, place, moved)).toBeNull();
});

test("a key that is not 32 bytes is refused", () => {
  expect(() => createKeyring(randomBytes(16).toString("base64"))).toThrow("32 bytes");
});

test("tenants never share a key", () => {
  expect(deriveOwnerKey(keyring.current, "a").equals(deriveOwnerKey(keyring.current, "b"))).toBe(false);
});
