import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/expect-accessible";
import { expect, test } from "./support/test";

// Chromium reports every answer of 4xx as an error; here strangers are refused on purpose.
test.use({ expectedErrors: [[/status of 401/], { scope: "test" }] });

const password = "lantern pickle orbit";
let lastVisit = 0;

const newName = () => {
  lastVisit += 1;
  return `${Date.now().toString(36)}${process.pid}${lastVisit}`;
};

test("a business is set up, invites somebody, and shows them out again", async ({ page, browser }) => {
  const mark = newName();
  await signUp(page, mark);
  await expect(page).not.toHaveURL(/sign-up/);

  const url = await invite(page, `agent-${mark}@example.test`);
  const agent = await accept(browser, url);
  await agent.goto("/settings/people");
  await expect(agent).toHaveURL(/settings\/people/);
  await expect(agent.getByRole("button", { name: "Invite" })).toHaveCount(0);
  await agent.goto("/settings/keys");
  await expect(agent).not.toHaveURL(/settings\/keys/);

  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Change Nia New" }).click();
  await page.getByRole("menuitem", { name: "Disable…" }).click();
  await page.getByRole("button", { name: "Disable", exact: true }).click();
  await expect(page.getByText("Nia New is disabled")).toBeVisible();
  await expect(agent).toHaveURL(/sign-in/); // their open page notices by itself
  await agent.goto("/settings/people");
  await expect(agent).toHaveURL(/sign-in\?next=%2Fsettings%2Fpeople/);

  await agent.goto(url);
  await expect(agent.getByRole("heading", { name: "This invitation is closed" })).toBeVisible();
  await agent.context().close();
});

test("signing in with the form: a wrong password says no more than that, a right one leads to the wanted page", async ({
  page,
}) => {
  await page.goto("/settings/profile");
  await expect(page).toHaveURL(/sign-in\?next=/);
  await page.getByLabel("E-mail").fill("owner@demo.test");
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("do not fit together")).toBeVisible();
  await page.getByRole("button", { name: /owner@demo\.test/ }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/settings\/profile/);
});

test("signing out everywhere ends the other browser's session at once", async ({ page, browser }) => {
  const mark = newName();
  await signUp(page, mark);
  const other = await (await browser.newContext({ baseURL: new URL(page.url()).origin })).newPage();
  await other.goto("/sign-in?next=/settings/profile");
  await other.getByLabel("E-mail").fill(`owner-${mark}@example.test`);
  await other.getByLabel("Password", { exact: true }).fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("This one")).toBeVisible();

  await page.goto("/settings/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(other).toHaveURL(/sign-in/); // their open page notices by itself
  await other.context().close();
});

test("an API key is shown once, works, and is refused as soon as it is revoked", async ({
  page,
  request,
}) => {
  await signUp(page, newName());
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "Create key" }).first().click();
  await page.getByLabel("Name").fill("Report");
  await page.getByRole("checkbox", { name: "Read customers" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  await page.getByRole("button", { name: "I have stored it" }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = () => request.get("/api/v1/customers", { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke Report" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Report is revoked")).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

const sizes = [
  ["wide", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const;

for (const [name, size] of sizes) {
  for (const path of ["/sign-in", "/sign-up", "/invite/unknown"]) {
    test(`${path} is accessible and fits, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await look(page, path);
    });
  }
  for (const path of ["/settings/business", "/settings/people", "/settings/keys", "/settings/profile"]) {
    test(`${path} is accessible and fits, ${name}`, async ({ page, signInAs }) => {
      await page.setViewportSize(size);
      await signInAs("owner@demo.test");
      await look(page, path);
    });
  }
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `sideways scroll of ${path}`).toBeLessThanOrEqual(0);
}

async function signUp(page: Page, mark: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Business").fill(`Hilltop Vets ${mark}`);
  await page.getByLabel("Your name").fill("Hana Hill");
  await page.getByLabel("E-mail").fill(`owner-${mark}@example.test`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create the business" }).click();
  await expect(page).not.toHaveURL(/sign-up/);
}

async function invite(page: Page, email: string): Promise<string> {
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("dialog").getByRole("button", { name: "Invite" }).click();
  const url = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(email)).toBeVisible();
  return url;
}

/** Opens an invitation in a browser of its own and accepts it with a new account. */
async function accept(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: new URL(url).origin })).newPage();
  await page.goto(url);
  await page.getByLabel("Your name").fill("Nia New");
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page).not.toHaveURL(/invite/);
  return page;
}
