import { expectAccessible } from "./support/expect-accessible";
import { inboxOf, newHandset } from "./support/inbox";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

test.slow(); // axe reads every element, twice
test.beforeEach(({ signInAs }) => signInAs("owner@demo.test"));

test("the list and what stands beside it", async ({ page }) => {
  await page.goto("/inbox");
  await expect(inboxOf(page).row("Jordan Blake")).toBeVisible();
  await expectAccessible(page);
});

test("a thread with a call, a note and the receptionist's words", async ({ page }) => {
  await page.goto("/inbox");
  await inboxOf(page).row("Jordan Blake").click();
  await expect(page.getByText("Incoming call")).toBeVisible();
  await takeScreenshot(page, "inbox");
  await expectAccessible(page);
});

test("a message that could not be delivered", async ({ page }) => {
  await page.goto("/inbox");
  await inboxOf(page).row("David Wu").click();
  await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  await expectAccessible(page);
});

test("a menu and a dialog", async ({ page }) => {
  const { phone, text } = newHandset();
  await text(`Look ${phone}`);
  await page.goto("/inbox");
  await inboxOf(page).open(`Look ${phone}`);
  await page.keyboard.press("a");
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New conversation" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page);
});

test("a search without a hit, and a tab with nothing in it", async ({ page }) => {
  await page.goto("/inbox?q=zzzzzz");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/inbox?tab=mine&channel=voicemail");
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
  await expectAccessible(page);
});

test("somebody who is blocked", async ({ page }) => {
  const { phone, text } = newHandset();
  await text("STOP");
  await page.goto("/inbox");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("textbox", { name: /Search/ }).fill(phone.slice(2));
  await page.getByRole("list", { name: "Search results" }).getByRole("link").first().click();
  await expect(page.getByText("This person texted STOP")).toBeVisible();
  await expectAccessible(page);
});
