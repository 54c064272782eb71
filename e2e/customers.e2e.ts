import { expectAccessible } from "./support/expect-accessible";
import { newHandset, sentTo } from "./support/inbox";
import { takeScreenshot } from "./support/take-screenshot";
import { expect, test } from "./support/test";

// Chromium reports every answer of 4xx as an error; a number that is taken is refused on purpose.
test.use({ expectedErrors: [[/status of 409/], { scope: "test" }] });
test.beforeEach(({ signInAs }) => signInAs("owner@demo.test"));

test("somebody is added, described, found, and texted; a STOP at the desk ends it", async ({ page }) => {
  const { phone, face } = newHandset();
  const name = `Wilma ${phone.slice(-6)}`;
  await page.goto("/customers");
  await page.getByRole("button", { name: "Add customer" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Phone number").fill(face);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const about = page.getByRole("complementary", { name: "About this customer" });
  await about.getByRole("textbox", { name: "New note" }).fill("Prefers mornings");
  await about.getByRole("button", { name: "Save note" }).click();
  await expect(about.getByRole("textbox", { name: "New note" })).toHaveValue("");
  await expect(about.getByText("Prefers mornings")).toBeVisible();
  await about.getByRole("button", { name: "Add a tag" }).click();
  await about.getByRole("textbox", { name: "New tag" }).fill(`t${phone.slice(-6)}`);
  await page.keyboard.press("Enter");
  await expect(about.getByText(`t${phone.slice(-6)}`)).toBeVisible();

  await page.getByRole("textbox", { name: "Message" }).fill(`Hello ${phone}`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("region", { name: "Everything said" })).toContainText(`Hello ${phone}`);
  await expect.poll(() => sentTo(phone)).toContain(`Hello ${phone}`);

  await about.getByRole("button", { name: "Record a change" }).click();
  await page.getByRole("dialog").getByLabel("How do you know?").fill("Told us at the desk");
  await page.getByRole("button", { name: "Stop texts" }).click();
  await expect(about.getByText("“Told us at the desk”")).toBeVisible();
  await expect(page.getByText("They said no to texts.")).toBeVisible();

  await page.goto("/customers");
  await page.getByRole("searchbox", { name: "Search customers" }).fill(phone.slice(-6));
  await expect(page.getByRole("link", { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByText("1 customer", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("a list is imported: its columns are guessed, its bad rows are told", async ({ page }) => {
  const { phone } = newHandset();
  const name = `Imported ${phone.slice(-6)}`;
  await page.goto("/customers/import");
  const csv = `Full name;Mobile\n${name};${phone}\nNobody;call me\nTwice;${phone}\n`;
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: `list-${phone.slice(-6)}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByLabel("Column 2 is")).toHaveValue("phone");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: `list-${phone.slice(-6)}.csv` });
  await expect(row).toContainText("3 rows: 1 new, 1 twice in the file, 1 not taken");
  await expect(row.getByRole("link", { name: /2 rows that were not taken/ })).toBeVisible();
  await page.goto(`/customers?search=${phone.slice(-6)}`);
  await expect(page.getByRole("link", { name: new RegExp(name) })).toBeVisible();
});

const sizes = [
  ["wide", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const;

for (const [name, size] of sizes) {
  test(`list and page of a customer are accessible and fit, ${name}`, async ({ page }) => {
    test.slow(); // axe reads every element, four times
    await page.setViewportSize(size);
    await page.goto("/customers");
    await expect(page.getByRole("link", { name: /Jordan Blake/ })).toBeVisible();
    await takeScreenshot(page, `customers-${name}`);
    await expectAccessible(page);
    await fits();
    await page.getByRole("link", { name: /Jordan Blake/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Jordan Blake" })).toBeVisible();
    await takeScreenshot(page, `customer-${name}`);
    await expectAccessible(page);
    await fits();

    async function fits() {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "sideways scroll").toBeLessThanOrEqual(0);
    }
  });
}
