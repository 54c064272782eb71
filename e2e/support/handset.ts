import type { Browser, Page } from "@playwright/test";
import { simulator } from "./simulator";
import { expect } from "./test";

/** Picks a phone up on the handset page and calls the business; prompts are read, not spoken, so they take no time. */
export async function callFromHandset(
  browser: Browser,
  phone: string,
  business: string,
  at: string = simulator.url,
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${at}/?phone=${encodeURIComponent(phone)}&business=${encodeURIComponent(business)}`);
  await page
    .getByRole("tab", { name: "Phone" })
    .or(page.getByRole("button", { name: "Phone" }))
    .first()
    .click();
  await page.getByRole("button", { name: "Call", exact: true }).click();
  return page;
}

/** Says something as the caller, when the call listens. */
export async function say(handset: Page, words: string): Promise<void> {
  await expect(handset.getByText("Listening for words or keys")).toBeVisible({ timeout: 30_000 });
  await handset.getByRole("textbox", { name: "Say something" }).fill(words);
  await handset.getByRole("button", { name: "Say it" }).click();
  await expect(handset.getByRole("log", { name: "What was said" })).toContainText(words);
}
