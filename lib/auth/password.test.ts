import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./hash-password";
import { passwordWeakness } from "./password-weakness";
import { EmailAddress } from "./schema";

const about = { email: "anika.patel@example.test", name: "Anika Patel" };

test.each([
  ["short", "2nd-short"],
  ["on the lists", "Password123!"],
  ["on the lists", "1q2w3e4r5t"],
  ["the same letters", "abababababab"],
  ["a run upwards", "abcdefghijklmn"],
  ["a run downwards", "9876543210"],
  ["the address", "anika.patel@example.test"],
  ["the name with a year", "anika.patel2026!"],
  ["our name", "trunkline1234"],
])("%s is refused: %s", (_why, password) => {
  expect(passwordWeakness(password, about)).toMatch(/\.$/);
});

test.each(["lantern pickle orbit", "Tr0mbone-Gravel", "наши пароли лучше"])("%s may be used", (password) => {
  expect(passwordWeakness(password, about)).toBeNull();
});

test("a password is stored as argon2id and only itself fits; nobody's hash fits nothing", async () => {
  const stored = await hashPassword("lantern pickle orbit");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "lantern pickle orbit")).toBe(true);
  expect(await verifyPassword(stored, "lantern pickle orbiT")).toBe(false);
  expect(await verifyPassword(null, "lantern pickle orbit")).toBe(false);
});

test("an e-mail address has one spelling; a look-alike of the at sign is normalised before the check", () => {
  expect(EmailAddress.parse("  Owner@Demo.TEST ")).toBe("owner@demo.test");
  expect(EmailAddress.parse("owner＠demo.test")).toBe("owner@demo.test");
  expect(EmailAddress.safeParse("owner@demo.test@evil.test").success).toBe(false);
});
