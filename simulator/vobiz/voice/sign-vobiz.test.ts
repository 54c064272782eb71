import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newNonce, signVobiz } from "./sign-vobiz";

const token = "fedcba9876543210fedcba9876543210";
const nonce = "12345678901234567890";

function expected(text: string): string {
  return createHmac("sha256", token).update(text).digest("base64");
}

describe("Vobiz's signature", () => {
  it("covers the URL and the nonce, V3 with a dot between them", () => {
    expect(signVobiz(token, "https://x.test/api/vobiz/pragati/answer", nonce)).toEqual({
      "x-vobiz-signature-v2": expected(`https://x.test/api/vobiz/pragati/answer${nonce}`),
      "x-vobiz-signature-v2-nonce": nonce,
      "x-vobiz-signature-v3": expected(`https://x.test/api/vobiz/pragati/answer.${nonce}`),
      "x-vobiz-signature-v3-nonce": nonce,
    });
  });

  it("leaves out query, fragment and credentials", () => {
    const plain = signVobiz(token, "https://x.test:8443/a/b", nonce);
    expect(signVobiz(token, "https://user:pass@x.test:8443/a/b?call=1#rt=3000", nonce)).toEqual(plain);
  });

  it("has a nonce of twenty digits", () => {
    expect(newNonce(Math.random)).toMatch(/^\d{20}$/);
  });

  it("depends on the token", () => {
    const other = signVobiz("another", "https://x.test/a", nonce);
    expect(other["x-vobiz-signature-v3"]).not.toBe(
      signVobiz(token, "https://x.test/a", nonce)["x-vobiz-signature-v3"],
    );
  });
});
