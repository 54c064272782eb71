import { expect, test } from "vitest";
import { hashToken, isSameSecret, lastFour, newSecret } from "./token";

test("secrets are random and long enough", () => {
  expect(Buffer.from(newSecret(16), "base64url")).toHaveLength(16);
  expect(new Set(Array.from({ length: 100 }, () => newSecret())).size).toBe(100);
});

test("a token's hash is SHA-256 in hex", () => {
  expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("only equal secrets are the same, and an empty one is never right", () => {
  expect(isSameSecret("token", "token")).toBe(true);
  expect(isSameSecret("token", "tokem")).toBe(false);
  expect(isSameSecret("token", "token2")).toBe(false);
  expect(isSameSecret("", "")).toBe(false);
});

test("only the end of a long secret is shown", () => {
  expect(lastFour("0123456789abcdef")).toBe("cdef");
  expect(lastFour("short")).toBe("");
});
