import type { Browser } from "@playwright/test";
import { inboxOf, newHandset } from "./support/inbox";
import { signIn } from "./support/sign-in";
import { expect, test } from "./support/test";

async function colleague(browser: Browser, baseURL: string | undefined, email: string) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  await signIn(context, email);
  const page = await context.newPage();
  await page.goto("/inbox");
  return page;
}

test("what one person read is still unread for the other", async ({ page, browser, signInAs, baseURL }) => {
  const { phone, text } = newHandset();
  await signInAs("owner@demo.test");
  await page.goto("/inbox");
  const asha = await colleague(browser, baseURL, "agent@demo.test");
  await text(`Who reads this? ${phone}`);
  const [mine, hers] = [inboxOf(page).row(phone), inboxOf(asha).row(phone)];
  await expect(mine.getByText("1 unread")).toBeAttached();
  await expect(hers.getByText("1 unread")).toBeAttached();
  await mine.click();
  await expect(mine.getByText("1 unread")).toHaveCount(0);
  await asha.reload();
  await expect(hers.getByText("1 unread")).toBeAttached();
  await asha.context().close();
});

test("a colleague who is writing is seen, and so is what they sent", async ({
  page,
  browser,
  signInAs,
  baseURL,
}) => {
  const { phone, text } = newHandset();
  await signInAs("owner@demo.test");
  await page.goto("/inbox");
  await text(`Anybody there? ${phone}`);
  await inboxOf(page).row(phone).click();
  const asha = await colleague(browser, baseURL, "agent@demo.test");
  await inboxOf(asha).row(phone).click();
  await inboxOf(page).field.fill("My own half sentence");
  await inboxOf(asha).field.pressSequentially("I am on it");
  await expect(page.getByText(/\w+ is replying…/)).toBeVisible();
  await asha.keyboard.press("Control+Enter");
  await expect(inboxOf(page).thread).toContainText("I am on it", { timeout: 3_000 });
  await expect(page.getByText(/is replying…/)).toHaveCount(0);
  await expect(inboxOf(page).field).toHaveValue("My own half sentence");
  await asha.context().close();
});
