import { afterEach, expect, test } from "vitest";
import { addHealthCheck, answerHealth } from "./health";

const added: (() => void)[] = [];
afterEach(() => {
  for (const remove of added.splice(0)) remove();
});

test("all parts well: 200 with each part and the version", async () => {
  added.push(addHealthCheck("database", async () => undefined));
  const answer = await answerHealth();
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    status: "ok",
    checks: { database: "ok" },
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});

test("a part that fails: 503 naming it, the others still told", async () => {
  added.push(addHealthCheck("database", () => Promise.reject(new Error("refused"))));
  added.push(addHealthCheck("worker", async () => undefined));
  const answer = await answerHealth();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    status: "failing",
    checks: { database: "refused", worker: "ok" },
  });
});

test("a part that never answers fails after two seconds", async () => {
  added.push(addHealthCheck("database", () => new Promise(() => undefined)));
  expect((await (await answerHealth()).json()).checks).toEqual({ database: "no answer within 2 s" });
});
