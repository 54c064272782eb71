import { inboxOf, newHandset } from "./support/inbox";
import { expect, test } from "./support/test";

test("single keys do nothing while one writes", async ({ page, signInAs }) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  await text(`Hello ${phone}`);
  await page.goto("/inbox");
  const { row, field } = inboxOf(page);
  await row(phone).click();
  await field.pressSequentially("eeee uuu sss aaa jk /?");
  await expect(field).toHaveValue("eeee uuu sss aaa jk /?");
  await expect(row(phone)).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a search opens the thread at the message, and the address leads there again", async ({
  page,
  signInAs,
}) => {
  const { phone, text } = newHandset();
  await signInAs("agent@demo.test");
  const word = `kumquat${[...phone.slice(-6)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  await text(`We spoke of a ${word} yesterday`);
  for (let place = 0; place < 60; place += 1) await text(`Line ${place}\nof many\nfrom ${phone}`);
  await page.goto("/inbox");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("textbox", { name: /Search/ }).fill(word);
  await page.getByRole("list", { name: "Search results" }).getByRole("link").first().click();
  const found = inboxOf(page).thread.getByText(word);
  await expect(found).toBeInViewport();
  await page.reload();
  await expect(found).toBeInViewport();
});
