import { expect, test } from "vitest";
import { AppError, appErrorCodes, isAppError } from "./errors";

test("there are at most twelve codes, each with a sentence of its own", () => {
  expect(appErrorCodes.length).toBeLessThanOrEqual(12);
  const sentences = appErrorCodes.map((code) => new AppError(code).message);
  expect(new Set(sentences).size).toBe(appErrorCodes.length);
});

test("the cause is kept beside the sentence and the details", () => {
  const cause = new Error("deadlock detected");
  const error = new AppError("conflict", "Somebody else closed it.", { details: { number: 1042 }, cause });
  expect(error).toMatchObject({
    code: "conflict",
    message: "Somebody else closed it.",
    details: { number: 1042 },
  });
  expect(error.cause).toBe(cause);
});

test("an error of a second copy of the module is recognised, any other is not", () => {
  const foreign = Object.assign(new Error("x"), { name: "AppError", code: "not_found" });
  expect(isAppError(foreign)).toBe(true);
  expect(isAppError(new AppError("internal"))).toBe(true);
  expect([new Error("x"), { name: "AppError", code: "internal" }, null, "x"].some(isAppError)).toBe(false);
});
