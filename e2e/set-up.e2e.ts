import { expect, test } from "./support/test";

test("the product says that it is well, part by part", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({
    status: "ok",
    checks: { database: "ok", worker: "ok" },
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});

test("the handset page of the simulator opens", async ({ page, simulator }) => {
  await page.goto(simulator.url);
  await expect(page).toHaveTitle(/./);
});
