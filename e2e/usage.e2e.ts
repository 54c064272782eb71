import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

test("an owner sees what was used and what it cost, as a chart, a table and a file", async ({
  page,
  signInAs,
}) => {
  await signInAs("owner@demo.test");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Usage" }).click();
  await expect(page.getByRole("heading", { name: "Usage", level: 1 })).toBeVisible();
  await expect(page.getByText("SMS segments")).toBeVisible();
  await expect(page.getByRole("img", { name: /Cost per day: .*\$/ })).toBeVisible();

  await page.getByRole("button", { name: "Cost per day as a table" }).click();
  await expect(page.getByRole("region", { name: "Cost per day, table" }).getByRole("row")).toHaveCount(31);
  await page.getByText("7 days").click();
  await expect(page.getByRole("region", { name: "Cost per day, table" }).getByRole("row")).toHaveCount(8);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file.split("\r\n")[0]).toContain("Day,Kind,Direction,Number");
  expect(file).toMatch(/,sms,outbound,'\+15005550006,/);
  expect(file).not.toMatch(/(^|,)[=@]/m);
});

test("an agent sees no money", async ({ page, signInAs }) => {
  await signInAs("agent@demo.test");
  await page.goto("/usage");
  await expect(page).not.toHaveURL(/usage/);
});

test("the usage page is accessible, wide and on a phone", async ({ page, signInAs }) => {
  await signInAs("owner@demo.test");
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto("/usage");
    await expect(page.getByRole("heading", { name: "Cost per day" })).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
