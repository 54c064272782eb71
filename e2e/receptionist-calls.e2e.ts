import type { Page } from "@playwright/test";
import { createCustomer } from "@/lib/customers";
import { expectAccessible } from "./support/expect-accessible";
import { newHandset } from "./support/inbox";
import { makePhoneDesk, openHandset } from "./support/phone-desk";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

async function say(handset: Page, words: string): Promise<void> {
  await expect(handset.getByText("Listening for words or keys")).toBeVisible({ timeout: 30_000 });
  await handset.getByRole("textbox", { name: "Say something" }).fill(words);
  await handset.getByRole("button", { name: "Say it" }).click();
}

test("the receptionist calls a customer, says why, and the call stands in the timeline", async ({
  page,
  browser,
  signInAs,
}) => {
  test.slow();
  const desk = await makePhoneDesk();
  const { phone } = newHandset();
  const { id } = await createCustomer(desk.owner.ctx, { name: "Maya Ruiz", address: phone });
  const street = await browser.newContext();
  const handset = await street.newPage();
  await openHandset(handset, phone, desk.number);

  await signInAs(desk.agent.email);
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Let the receptionist call" }).click();
  const dialog = page.getByRole("dialog", { name: "Let the receptionist call Maya Ruiz" });
  await dialog.getByRole("textbox", { name: "What is it about?" }).fill("your bicycle, which is ready");
  await expect(dialog).toContainText("I’m calling about your bicycle, which is ready.");
  await dialog.getByRole("radio", { name: "Leave a message" }).click();
  await dialog.getByRole("textbox", { name: "Message" }).fill("Your bicycle is ready. Please call us back.");
  await takeScreenshot(page, "receptionist-calls");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Call now" }).click();
  await expect(dialog).toBeHidden();

  await handset.getByRole("button", { name: "Answer" }).click();
  const said = handset.getByRole("log", { name: "What was said" });
  await expect(said).toContainText("Hello Maya");
  await expect(said).toContainText("I'm calling about your bicycle, which is ready.");
  await say(handset, "No, thank you");
  await expect(said).toContainText("Thank you for your time.");

  const card = page.getByRole("article", { name: "Receptionist’s call" });
  await expect(card).toContainText("About your bicycle, which is ready");
  await card.getByRole("link", { name: "Receptionist’s call" }).click();
  await expect(
    page.getByRole("log", { name: "Transcript" }).or(page.getByText("No, thank you")).first(),
  ).toBeVisible();
  await expect(page.getByText("A person", { exact: true })).toBeVisible({ timeout: 30_000 });
  await street.close();
});
