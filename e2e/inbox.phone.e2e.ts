import { expectAccessible } from "./support/expect-accessible";
import { inboxOf, newHandset, sentTo } from "./support/inbox";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

test.slow(); // axe reads every element, twice

test("on a phone: open, answer, go back, find the list where it was", async ({ page, signInAs }) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  await text(`Are you open on Sunday? ${phone}`);
  await page.goto("/inbox");
  const { row, thread, field, openRow } = inboxOf(page);
  await expect(row(phone)).toBeVisible();
  await expectAccessible(page);
  await row(phone).tap();
  await expect(thread).toContainText("Are you open on Sunday?");
  await expect(row(phone)).toBeHidden();
  await field.tap();
  await field.fill("Sundays from ten to two.");
  await page.getByRole("button", { name: "Send" }).tap();
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(await sentTo(phone)).toEqual(["Sundays from ten to two."]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await takeScreenshot(page, "inbox-phone");
  await expectAccessible(page);
  const answered = openRow();
  await page.getByRole("link", { name: "Back to the list" }).tap();
  await expect(answered).toContainText("You: Sundays from ten to two.");
  await page.goBack();
  await expect(thread).toContainText("Sundays from ten to two.");
});

test("the list stands where it was when one comes back to it", async ({ page, signInAs }) => {
  await signInAs("owner@demo.test");
  for (let place = 0; place < 12; place += 1) {
    const { phone, text } = newHandset();
    await text(`Number ${place} ${phone}`);
  }
  await page.goto("/inbox");
  const list = page.getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("link").first()).toBeVisible();
  const scrollTop = () => list.evaluate((element) => element.parentElement?.scrollTop ?? 0);
  await list.evaluate((element) => element.parentElement?.scrollTo({ top: 300 }));
  await expect.poll(scrollTop).toBe(300);
  const row = list.getByRole("link").nth(8);
  await row.scrollIntoViewIfNeeded();
  const before = await scrollTop();
  await row.tap();
  await page.getByRole("link", { name: "Back to the list" }).tap();
  await expect(list.getByRole("link").first()).toBeVisible();
  expect(before).toBeGreaterThan(0);
  expect(Math.abs((await scrollTop()) - before)).toBeLessThan(5);
});

test("fingers find every control of the thread", async ({ page, signInAs }) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  await text(`Hello ${phone}`);
  await page.goto("/inbox");
  await inboxOf(page).row(phone).tap();
  await expect(inboxOf(page).field).toBeVisible();
  const small = await page.evaluate(() => {
    const reach = 21;
    return [...document.querySelectorAll<HTMLElement>("main button, main [role=radio], main header a")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const touched = [
          [x - reach, y],
          [x + reach, y],
          [x, y - reach],
          [x, y + reach],
        ].map(([atX = 0, atY = 0]) => document.elementFromPoint(atX, atY));
        return !touched.every((hit) => element.contains(hit));
      })
      .map((element) => element.ariaLabel ?? element.textContent);
  });
  expect(small).toEqual([]);
});

test("a closed conversation leads back to the list", async ({ page, signInAs }) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  await text(`Thanks, all done ${phone}`);
  await page.goto("/inbox");
  const { row } = inboxOf(page);
  await row(phone).tap();
  await page.getByRole("button", { name: "Close conversation" }).tap();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(row(phone)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(row(phone)).toBeVisible();
});
