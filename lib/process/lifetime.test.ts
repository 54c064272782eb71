import { expect, test } from "vitest";
import { createLifetime } from "./lifetime";

test("parts stop once, last started first, and one that fails does not hold up the others", async () => {
  const told: string[] = [];
  const lifetime = createLifetime((problem) => told.push(problem));
  lifetime.onStop("database", () => void told.push("database"));
  lifetime.onStop("worker", () => Promise.reject(new Error("stuck")));
  lifetime.onStop("web", async () => void told.push("web"));
  await Promise.all([lifetime.stop(), lifetime.stop()]);
  expect(told).toEqual(["web", "worker did not stop cleanly: stuck", "database"]);
});
