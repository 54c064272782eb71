import { randomInt } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { connectAccount } from "@/lib/setup";
import { expectAccessible } from "./support/expect-accessible";
import { openOwnDesk } from "./support/own-desk";
import { simulator } from "./support/simulator";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

const newPhone = () => `+1646${randomInt(200, 999)}${String(randomInt(10_000)).padStart(4, "0")}`;

/** Calls from a phone that nobody used before, presses a key and hears what comes. */
async function callAndPress(browser: Browser, business: string, key: string, answer: string): Promise<void> {
  const context = await browser.newContext();
  const handset = await context.newPage();
  await handset.goto(
    `${simulator.url}/?phone=${encodeURIComponent(newPhone())}&business=${encodeURIComponent(business)}`,
  );
  await handset
    .getByRole("tab", { name: "Phone" })
    .or(handset.getByRole("button", { name: "Phone" }))
    .first()
    .click();
  await handset.getByRole("button", { name: "Call", exact: true }).click();
  await expect(handset.getByText("Listening for words or keys")).toBeVisible({ timeout: 30_000 });
  await handset.getByRole("button", { name: "Keypad" }).click();
  await handset.getByRole("group", { name: "Keypad" }).getByRole("button").filter({ hasText: key }).click();
  await expect(handset.getByRole("log", { name: "What was said" })).toContainText(answer, {
    timeout: 30_000,
  });
  await context.close();
}

async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByLabel("What is different").fill(note);
  await page.getByRole("button", { name: "Publish flow" }).click();
  await expect(page.getByText("Published. The next call goes this way.").last()).toBeVisible();
}

test("an owner draws a menu, publishes it, hears it on the phone, and rolls a change back", async ({
  page,
  browser,
  signInAs,
}) => {
  test.slow();
  const { email, tenant, account, number } = await openOwnDesk();
  const credentials = { accountSid: account.sid, authToken: account.token };
  await connectAccount(tenant.ctx, { carrier: "twilio", scope: "tenant", credentials, e164: number });
  await signInAs(email);
  await page.goto("/flows");
  await page.getByRole("button", { name: "New flow" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Main line");
  await page.getByRole("button", { name: "Draw it" }).click();
  await expect(page.getByRole("heading", { name: "Main line" })).toBeVisible();

  // The third choice leads to a step that is drawn by keyboard alone: nothing here needs the drawing.
  await page.getByRole("button", { name: "Add a choice" }).click();
  await page.getByLabel("What key 3 is for").fill("Opening hours");
  await page.getByLabel("3 · Opening hours, go to").selectOption({ label: "New step: Hang up" });
  await page.getByLabel("Say goodbye").fill("The bakery opens at seven.");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("tab", { name: "Walk through it" }).click();
  await page.getByRole("button", { name: "Call this flow" }).click();
  await page.getByLabel("The caller's answer").fill("3");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByRole("log", { name: "What the caller hears" })).toContainText(
    "The bakery opens at seven.",
  );
  await expectAccessible(page);

  await publish(page, "The first menu");
  await page.goto("/settings/numbers");
  const card = page.getByRole("region", { name: number });
  await card.getByLabel("When somebody calls").selectOption({ label: "A flow that you drew" });
  await card.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The next call goes this way")).toBeVisible();
  await callAndPress(browser, number, "3", "The bakery opens at seven.");

  await page.goto("/flows");
  await page.getByRole("link", { name: "Main line" }).click();
  await page.getByRole("button", { name: /The bakery opens at seven/ }).click();
  await page.getByLabel("Say goodbye").fill("The bakery opens at nine.");
  await publish(page, "Later in winter");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Let version 1 serve" }).click();
  await expect(page.getByText("Version 1 serves from the next call on.")).toBeVisible();
  await callAndPress(browser, number, "3", "The bakery opens at seven.");
});

test("what is wrong stands at its step, in the list and in the drawing, on every width", async ({
  page,
  signInAs,
}) => {
  const { email } = await openOwnDesk();
  await signInAs(email);
  await page.goto("/flows");
  await page.getByRole("button", { name: "New flow" }).first().click();
  await page.getByRole("dialog").getByLabel("Name").fill("Night line");
  await page.getByRole("button", { name: "Draw it" }).click();
  await page.getByLabel("No choice made, go to").selectOption({ label: "Nothing yet" });
  const wrong = "“Menu” does not say what happens when the caller says nothing.";
  await expect(page.getByRole("button", { name: new RegExp(wrong) })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  await takeScreenshot(page, "flows-list");
  await page.getByRole("radio", { name: "Drawing" }).click();
  await expect(page.getByRole("img", { name: "Something is wrong" })).toBeVisible();
  await takeScreenshot(page, "flows-drawing");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await takeScreenshot(page, "flows-drawing-dark");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("radio", { name: "List" }).click();
  await expectAccessible(page);
  await takeScreenshot(page, "flows-phone-dark");
  await page.getByLabel("No choice made, go to").selectOption({ label: "Receptionist (receptionist)" });
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeEnabled();
});
