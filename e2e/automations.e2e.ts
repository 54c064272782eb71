import { expectAccessible } from "./support/expect-accessible";
import { newHandset, sentTo } from "./support/inbox";
import { expect, test } from "./support/test";

test("a rule that was written and turned on answers a text, and its log says why and why not", async ({
  page,
  signInAs,
}) => {
  const { phone, text } = newHandset();
  const word = `voucher${phone.slice(-7)}`;
  const name = `Answer ${word}`;
  await signInAs("owner@demo.test");
  await page.goto("/automations/new");
  const summary = page.locator("[data-rule-summary]");
  await expect(summary).toContainText("When a text comes in");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.getByRole("menuitem", { name: "The text contains" }).click();
  await page.getByRole("textbox", { name: "The text contains" }).fill(word);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("Your voucher is on its way.");
  await expect(summary).toContainText(
    `When a text comes in and the text contains “${word}”, text the customer “Your voucher is on its way.”, at most once an hour per customer.`,
  );
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("switch", { name: new RegExp(name) })).toBeChecked();

  await text(`I would like a ${word}, please`);
  await expect.poll(() => sentTo(phone)).toContain("Your voucher is on its way.");
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("link", { name: "Log" }).click();
  const log = page.getByRole("main");
  await expect(log).toContainText(`The text contains “${word}”.`);
  await expect(log).toContainText("Text queued.");
  await text(`Another ${word}?`);
  await expect(log).toContainText("It ran for this customer already: once within 1 hour is the limit.");
});

const sizes = [
  ["wide", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const;

for (const [name, size] of sizes) {
  test(`rules and their builder are accessible and fit, ${name}`, async ({ page, signInAs }) => {
    test.slow(); // axe reads every element, twice
    await page.setViewportSize(size);
    await signInAs("owner@demo.test");
    for (const [path, heading] of [
      ["/automations", "Automations"],
      ["/automations/new?preset=after_hours_reply", "New rule"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "sideways scroll").toBeLessThanOrEqual(0);
    }
  });
}
