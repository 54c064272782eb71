import type { Page } from "@playwright/test";
import { newId } from "@/lib/kernel/ids";
import { saveOffers } from "@/lib/receptionist";
import { seedTenant } from "@/lib/tenants/testing";
import { openProductDatabase } from "./support/database";
import { expectAccessible } from "./support/expect-accessible";
import { signIn } from "./support/sign-in";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

test.slow(); // axe reads every element, twice

test("a greeting and a price are changed, tried, saved, and stay", async ({ page }) => {
  await openSettings(page, { width: 1440, height: 900 });
  const trial = page.getByRole("complementary", { name: "Try it" });

  await page.getByLabel("Greeting").fill("Hilltop Vets, how can we help?");
  await expect(trial.getByText("Hilltop Vets, how can we help?")).toBeVisible();
  await page.getByRole("button", { name: /^Vaccination/ }).click();
  await page.getByLabel("Price").fill("sixty");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Write a price such as 120 or 89.50")).toBeVisible();
  await expect(page.getByLabel("Price")).toBeFocused();

  await page.getByLabel("Price").fill("64");
  await say(trial, "How much is a vaccination?");
  await expect(trial.getByText(/64 dollars/)).toBeVisible(); // tried before it is saved
  await say(trial, "Yes, book it on Monday please");
  await expect(trial.getByText("Looked at the calendar").first()).toBeVisible();

  await page.getByRole("link", { name: "Numbers" }).click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Not saved yet")).toBeHidden();
  await takeScreenshot(page, "receptionist-settings");
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByLabel("Greeting")).toHaveValue("Hilltop Vets, how can we help?");
  await expect(page.getByRole("button", { name: /^Vaccination/ })).toContainText("$64.00");
  await say(trial, "How much is a vaccination?");
  await expect(trial.getByText(/64 dollars/)).toBeVisible();
});

test("going back asks before what is not saved is lost", async ({ page }) => {
  await openSettings(page, { width: 1440, height: 900 });
  await page.goto("/settings/people");
  await page.getByRole("link", { name: "Receptionist", exact: true }).click();
  const greeting = page.getByLabel("Greeting");
  await expect(greeting).toHaveValue(/Hilltop Vets/);
  const question = page.getByRole("dialog", { name: "Leave without saving?" });

  await greeting.fill("Hilltop Vets, hello!");
  await expect(page.getByText("Not saved yet")).toBeVisible();
  await page.goBack();
  await expect(question).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await expect(greeting).toHaveValue("Hilltop Vets, hello!");
  await page.goBack();
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();

  await page.goForward(); // once saved, one step back is one step back
  await expect(greeting).toHaveValue(/Hilltop Vets/);
  await greeting.fill("Hilltop Vets, good day!");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Not saved yet")).toBeHidden();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
});

test("on a phone the rehearsal is a sheet, and can be a call", async ({ page }) => {
  await openSettings(page, { width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try it" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Talk to it" }).click();
  await expect(sheet.getByRole("button", { name: "Hang up" })).toBeVisible();
  await say(sheet, "How much is a vaccination?");
  await expect(sheet.getByText(/55 dollars/)).toBeVisible();
  await expectAccessible(page);
  await takeScreenshot(page, "receptionist-sheet");
  await sheet.getByRole("button", { name: "Hang up" }).click();
  await expect(sheet.getByRole("button", { name: "Talk to it" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

/** A business of its own with one service, and its receptionist's settings. */
async function openSettings(page: Page, size: { width: number; height: number }): Promise<void> {
  await openProductDatabase();
  const { ctx, owner } = await seedTenant({ name: "Hilltop Vets" });
  const service = { ...{ id: newId(), name: "Vaccination", description: "", minutes: 20 }, bufferMinutes: 0 };
  await saveOffers(ctx, {
    services: [{ ...service, priceMinor: 55_00, isBookable: true }],
    staff: [{ id: newId(), name: "Dr. Lamb" }],
  });
  await signIn(page.context(), owner.email);
  await page.setViewportSize(size);
  await page.goto("/settings/receptionist");
  await expect(page.getByLabel("Greeting")).toHaveValue(/Hilltop Vets/); // filled in as soon as the form lives
}

async function say(place: ReturnType<Page["getByRole"]>, words: string): Promise<void> {
  const field = place.getByRole("textbox", { name: "Say something as a caller" });
  await field.fill(words);
  await field.press("Enter");
}
