import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { signIn } from "./support/sign-in";
import { expect, test } from "./support/test";

// Chromium reports every answer of 4xx as an error; here people are refused on purpose.
test.use({ expectedErrors: [[/status of (400|403|404|422)/], { scope: "test" }] });

const pages = ["tenants", "health", "accounts", "prices", "switches", "audit"].map(
  (name) => `/platform/${name}`,
);
let lastMark = 0;

const newMark = () => {
  lastMark += 1;
  return `${Date.now().toString(36)}${process.pid}${lastMark}`;
};

test("for a normal owner there is nothing at the super admin's addresses", async ({ page, signInAs }) => {
  await signInAs("owner@demo.test");
  for (const path of ["/platform", ...pages]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Nothing at this address" })).toBeVisible();
  }
  for (const path of ["tenants", "accounts", "prices", "switches", "health", "audit"]) {
    const response = await page.request.get(`/api/v1/platform/${path}`);
    expect(response.status(), path).toBe(403);
  }
});

test("a super admin sets a business up, limits it, suspends it with a reason, and opens it again", async ({
  page,
  browser,
  signInAs,
}) => {
  const mark = newMark();
  const [name, email] = [`Cafe ${mark}`, `owner-${mark}@example.test`];
  await signInAs("admin@trunkline.test");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Businesses", level: 1 })).toBeVisible();
  await setUp(page, name, email);

  await page.getByLabel("SMS segments a day").fill("25");
  await page.getByRole("button", { name: "Save limits" }).click();
  await expect(page.getByText("Limits saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("SMS segments a day")).toHaveValue("25");
  await expect(page.getByText("0 of 25")).toBeVisible();

  const owner = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await signIn(owner.context(), email);
  await owner.goto("/usage");
  await expect(owner.getByRole("heading", { name: "Nothing used yet" })).toBeVisible();

  await page.getByRole("button", { name: "Suspend…" }).click();
  await page.getByLabel("Reason").fill("The invoice of October is open.");
  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  await expect(page.getByText("Nobody is let in and nothing is sent.")).toBeVisible();
  // The owner's screen learns of it and leaves by itself; asked to go anywhere at the same moment, it would refuse.
  await expect(owner.getByText(`${name} is suspended`)).toBeVisible();
  await expect(owner.getByText(/The invoice of October is open/)).toBeVisible();

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Suspend…" })).toBeVisible();
  await owner.goto("/settings/audit");
  await expect(owner.getByText("Business suspended")).toBeVisible();
  await expect(owner.getByText("Daily text cap: 1000 → 25")).toBeVisible();
  await owner.context().close();

  await page.goto(`/platform/audit?search=${encodeURIComponent(name)}`);
  await expect(page.getByText("Business resumed")).toBeVisible();
});

test("accounts are tested live, prices changed, and both written down", async ({ page, signInAs }) => {
  await signInAs("admin@trunkline.test");
  await page.goto("/platform/accounts");
  await page.getByRole("button", { name: "Test" }).first().click();
  await expect(page.getByText("Twilio accepts these credentials")).toBeVisible();
  await page.getByRole("button", { name: "Enter an account…" }).first().click();
  await page.getByLabel("Account SID").fill("AC123");
  await page.getByRole("button", { name: "Check and save" }).click();
  await expect(page.getByRole("dialog").getByText(/AC/).first()).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goto("/platform/prices");
  await page.getByRole("button", { name: "Add a price" }).click();
  await page.getByLabel("Prefix").fill("+99999");
  await page.getByLabel("Price", { exact: true }).fill("0.0123");
  await page.getByRole("button", { name: "Save price" }).click();
  await expect(page.getByRole("cell", { name: "+99999", exact: true })).toBeVisible();
  await page.goto("/platform/audit?search=price.saved");
  await expect(page.getByText("Price saved").first()).toBeVisible();
});

const viewports = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

for (const viewport of viewports) {
  test(`the super admin's pages are accessible at ${viewport.width} px`, async ({ page, signInAs }) => {
    test.setTimeout(180_000);
    await signInAs("admin@trunkline.test");
    await page.setViewportSize(viewport);
    for (const path of pages) await lookAt(page, path);
  });
}

test("a business's audit trail is accessible, wide and on a phone", async ({ page, signInAs }) => {
  await signInAs("owner@demo.test");
  for (const viewport of viewports) {
    await page.setViewportSize(viewport);
    await lookAt(page, "/settings/audit");
  }
});

async function lookAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, path).toBeLessThanOrEqual(0);
}

async function setUp(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole("button", { name: "Set up a business" }).click();
  await page.getByLabel("Name of the business").fill(name);
  await page.getByLabel("Owner's name").fill("Olga Owner");
  await page.getByLabel("Owner's e-mail").fill(email);
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The business is set up" })).toBeVisible();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}
