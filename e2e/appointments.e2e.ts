import { expectAccessible } from "./support/expect-accessible";
import { newHandset } from "./support/inbox";
import { expect, test } from "./support/test";

test("a stranger books on the public page; the business sees it, and cancels it", async ({
  page,
  signInAs,
}) => {
  const { face } = newHandset();
  const name = `Bo ${face.slice(-4)}`;
  await page.goto("/book/demo");
  const times = page.getByRole("button", { name: /^\d\d:\d\d$/ });
  const day = page.getByLabel("Day");
  const first = new Date(`${await day.inputValue()}T12:00:00Z`);
  for (let ahead = 1; ahead <= 10 && (await times.count()) === 0; ahead += 1) {
    const next = new Date(first.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
    await day.fill(next);
    await expect(times.first().or(page.getByText(/^No free time on/))).toBeVisible();
  }
  await times.last().click();
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your phone number").fill(face);
  await expectAccessible(page);
  const booked = await day.inputValue();
  await page.getByRole("button", { name: "Book this time" }).click();
  await expect(page.getByText("Booked. See you then.")).toBeVisible();

  await signInAs("owner@demo.test");
  await page.goto(`/appointments?day=${booked}&view=day`);
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("dialog")).toContainText(`Booked online as ${name}.`);
  await page.getByRole("button", { name: "Cancel appointment" }).click();
  await expect(page.getByRole("button", { name: new RegExp(name) })).toHaveCount(0);
});

const sizes = [
  ["wide", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const;

for (const [name, size] of sizes) {
  test(`the calendar is accessible and fits, ${name}`, async ({ page, signInAs }) => {
    test.slow(); // axe reads every element, twice
    await page.setViewportSize(size);
    await signInAs("owner@demo.test");
    await page.goto("/appointments");
    await expect(page.getByRole("heading", { level: 1, name: "Appointments" })).toBeVisible();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, "sideways scroll").toBeLessThanOrEqual(0);
  });
}
