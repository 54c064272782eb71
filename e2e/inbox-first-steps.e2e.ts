import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

test.slow(); // axe reads every element, twice

test("a new business is shown its first steps, and each link leads somewhere", async ({ page }) => {
  const mark = `${Date.now().toString(36)}${process.pid}`;
  await page.goto("/sign-up");
  await page.getByLabel("Business").fill(`Corner Bakery ${mark}`);
  await page.getByLabel("Your name").fill("Bea Baker");
  await page.getByLabel("E-mail").fill(`bea-${mark}@example.test`);
  await page.getByLabel("Password", { exact: true }).fill("lantern pickle orbit");
  await page.getByRole("button", { name: "Create the business" }).click();
  await expect(page).not.toHaveURL(/sign-up/);
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Welcome to your desk" })).toBeVisible();
  await expect(page.getByText("All done")).toBeVisible();
  const steps = page.getByRole("region", { name: "Welcome to your desk" });
  await expect(steps.getByRole("listitem")).toHaveCount(7);
  await expectAccessible(page);
  for (const link of await steps.getByRole("link").all()) {
    const href = await link.getAttribute("href");
    expect((await page.request.get(href ?? "")).status(), String(href)).toBe(200);
  }
  await steps.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByText("Choose a conversation")).toBeVisible();
});
